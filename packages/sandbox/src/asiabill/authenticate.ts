// Checks AsiaBill's credentials and signature.
import { type AsiaBillCredentials, canonicalString, sign } from "@customer-clients/asiabill/signing";
import { spec } from "../generated/asiabill.ts";
import { mistakeIn } from "../mistakes.ts";
import type { Call, Context } from "../provider.ts";
import { Refusal } from "../refusal.ts";
import { asiabillSignature } from "./mistakes.ts";
import { partsOf } from "./parts.ts";

/** How long a request id can't be used again, in milliseconds. */
const repeatAfter = 30 * 60_000;

/** How often request ids that can be used again are forgotten, in milliseconds. */
const forgetEvery = 60_000;

/**
 * Makes the check of a request. The order of its steps is inferred.
 *
 * @throws Refusal, from the check.
 */
export function authenticator({
  credentials,
  clock,
  storage,
}: Context<AsiaBillCredentials>): (call: Call) => Promise<void> {
  const { gatewayNo, signKey } = credentials;
  let forgotten = Number.NEGATIVE_INFINITY;
  return async (call) => {
    const { headers } = call;
    if (headers.get("gateway-no") !== gatewayNo) {
      throw new Refusal("credentials", "merchant state or key wrong", { reason: `gateway-no: expected ${gatewayNo}` });
    }
    const requestId = headers.get("request-id") ?? "";
    const requestTime = headers.get("request-time") ?? "";
    const now = clock.now();
    // What is no time at all is left to the spec's pattern: P0002, not L0003 (inferred).
    if (/^\d+$/.test(requestTime) && Math.abs(now - Number(requestTime)) > spec.clockToleranceMs) {
      const reason = `request-time: expected at most ${spec.clockToleranceMs} ms off ${now}, found ${requestTime}`;
      throw new Refusal("time", "request-time out of range", { reason });
    }
    const parts = partsOf(call);
    if (headers.get("sign-info")?.toLowerCase() !== (await sign(parts, signKey))) {
      const mistake = await mistakeIn(asiabillSignature({ ...call, parts }, headers.get("sign-info"), signKey));
      const reason = `sign-info: ${mistake}expected the HMAC-SHA256 with the sign key of ${canonicalString(parts)}`;
      throw new Refusal("signature", "signature check failed", { reason });
    }
    // A request without an id repeats none: that the header is there, the spec checks.
    if (requestId === "") return;
    // Only a request with a right signature uses up its id (inferred): nobody else can spoil it.
    const isForgetting = Math.abs(now - forgotten) >= forgetEvery;
    const isNew = await storage.transaction(async (records) => {
      const seen = records.collection<null>("asiabill.requests");
      if (isForgetting) await seen.deleteBefore(now - repeatAfter);
      const own = { id: requestId, created: now, value: null };
      // To look first would make all requests at the same time collide in a database.
      if (await seen.insert(own)) return true;
      const last = await seen.get(requestId);
      if (last && now - last.created <= repeatAfter) return false;
      await seen.delete(requestId);
      return seen.insert(own);
    });
    if (isForgetting) forgotten = now;
    if (!isNew) {
      const minutes = repeatAfter / 60_000;
      const reason = `request-id: expected one that wasn't used for ${minutes} minutes, found ${requestId}`;
      throw new Refusal("repeated", "duplicate request-id", { reason });
    }
  };
}
