import { canonicalString, type SigningParts, sign, verify } from "@customer-clients/pingxx/signing";
import { spec } from "../generated/pingxx.ts";
import type { Inspector } from "../inspect/inspector.ts";
import { piecesOf } from "../inspect/pieces.ts";
import { findMistake } from "../mistakes.ts";
import { pingxxMistakes, pingxxSignature } from "./mistakes.ts";
import { partsOf } from "./parts.ts";

/** Looks into Ping++'s requests. The key is either half of the merchant's pair: the private one signs, the public one checks. */
export const pingxxInspector: Inspector = {
  spec,
  header: "pingplusplus-signature",
  key: "privateKey",
  isPem: true,
  async inspect(call, pem) {
    const parts = partsOf(call);
    const found = { pieces: piecesOf(parts, canonicalString), mistakes: pingxxMistakes({ ...call, parts }) };
    if (pem === "") return found;
    const isPublic = pem.includes("-----BEGIN PUBLIC KEY-----");
    // The same text and key give the same signature: PKCS#1 v1.5 has nothing random.
    const isSignatureOf = async (parts: SigningParts, signature: string) =>
      isPublic ? verify(parts, signature, pem) : (await sign(parts, pem)) === signature;
    const due = isPublic ? undefined : await sign(parts, pem);
    const signature = call.headers.get("pingplusplus-signature");
    if (signature === null) return { ...found, due };
    if (await isSignatureOf(parts, signature)) return { ...found, due, isRight: true };
    const wrong = pingxxSignature({ ...call, parts }, signature, { apiKey: "", publicKey: pem });
    const mistake = await findMistake({
      ...wrong,
      // With a private key, a digest that is another one can't be told from another mistake.
      isSignature: async (signature, hash, text) =>
        isPublic
          ? wrong.isSignature(signature, hash, text)
          : hash === "sha256" && isSignatureOf({ body: text, target: "", timestamp: "" }, signature),
    });
    return { ...found, due, isRight: false, mistake };
  },
};
