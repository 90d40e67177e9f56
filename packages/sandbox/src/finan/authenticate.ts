// Checks Finan's credentials and signature.
import { canonicalString, type FinanCredentials, sign } from "@customer-clients/finan/signing";
import { spec } from "../generated/finan.ts";
import { mistakeIn } from "../mistakes.ts";
import type { Call, Context } from "../provider.ts";
import { Refusal } from "../refusal.ts";
import { finanSignature } from "./mistakes.ts";
import { partsOf } from "./parts.ts";

/**
 * Makes the check of a request. The order of its steps is inferred.
 *
 * @throws Refusal, from the check.
 */
export function authenticator({ credentials, clock }: Context<FinanCredentials>): (call: Call) => Promise<void> {
  const { clientId, secret } = credentials;
  return async (call) => {
    const { headers } = call;
    if (headers.get("x-client-id") !== clientId) {
      throw new Refusal("credentials", "unknown client id", { reason: `x-client-id: expected ${clientId}` });
    }
    const timestamp = headers.get("x-timestamp") ?? "";
    const now = Math.floor(clock.now() / 1_000);
    const tolerance = spec.clockToleranceMs / 1_000;
    // What is no time at all is left to the spec's pattern (inferred).
    if (/^\d+$/.test(timestamp) && Math.abs(now - Number(timestamp)) > tolerance) {
      const reason = `x-timestamp: expected at most ${tolerance} s off ${now}, found ${timestamp}`;
      throw new Refusal("time", "timestamp out of range", { reason });
    }
    const parts = partsOf(call, secret);
    if (headers.get("x-signature") !== (await sign(parts))) {
      const mistake = await mistakeIn(finanSignature({ ...call, parts }, headers.get("x-signature")));
      const reason = `x-signature: ${mistake}expected the SHA-256 of ${canonicalString(parts)}, where *** is the secret`;
      throw new Refusal("signature", "wrong signature", { reason });
    }
  };
}
