// Checks Ping++'s key and, where there is a public key, the request signature.
import { canonicalString, verify } from "@customer-clients/pingxx/signing";
import { tokenOf } from "../authorization.ts";
import { mistakeIn } from "../mistakes.ts";
import type { Credentials } from "../options.ts";
import type { Call, Context } from "../provider.ts";
import { Refusal } from "../refusal.ts";
import { pingxxSignature } from "./mistakes.ts";
import { partsOf } from "./parts.ts";

/**
 * Makes the check of a request.
 *
 * @throws Refusal, from the check.
 */
export function authenticator({ credentials }: Context<Credentials["pingxx"]>): (call: Call) => Promise<void> {
  const { apiKey, publicKey } = credentials;
  return async (call) => {
    const { headers } = call;
    // As the user name of Basic, or as Bearer: the provider's SDKs do the one or the other.
    if (tokenOf(headers) !== apiKey) {
      throw new Refusal("credentials", "invalid API key", {
        reason: "authorization: expected Basic or Bearer and the API key",
      });
    }
    if (publicKey === undefined) return;
    const signature = headers.get("pingplusplus-signature");
    // However old: no tolerance is documented.
    const timestamp = headers.get("pingplusplus-request-timestamp") ?? "";
    const parts = partsOf(call);
    // A signature needs its time: the spec can't say so, since requests without a signature have none.
    if (signature === null || timestamp === "" || !(await verify(parts, signature, publicKey))) {
      const mistake = await mistakeIn(pingxxSignature({ ...call, parts }, signature, { apiKey, publicKey }));
      const reason = `pingplusplus-signature: ${mistake}expected the RSA-SHA256 signature of ${canonicalString(parts)}`;
      throw new Refusal("signature", "wrong signature", { reason });
    }
  };
}
