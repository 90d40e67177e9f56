import { canonicalString, sign } from "@customer-clients/asiabill/signing";
import { spec } from "../generated/asiabill.ts";
import type { Inspector } from "../inspect/inspector.ts";
import { piecesOf } from "../inspect/pieces.ts";
import { findMistake } from "../mistakes.ts";
import { asiabillMistakes, asiabillSignature } from "./mistakes.ts";
import { partsOf } from "./parts.ts";

/** Looks into AsiaBill's requests. */
export const asiabillInspector: Inspector = {
  spec,
  header: "sign-info",
  key: "signKey",
  async inspect(call, signKey) {
    const parts = partsOf(call);
    const found = { pieces: piecesOf(parts, canonicalString), mistakes: asiabillMistakes({ ...call, parts }) };
    if (signKey === "") return found;
    const due = await sign(parts, signKey);
    const sent = call.headers.get("sign-info");
    if (sent === null || sent.toLowerCase() === due)
      return { ...found, due, isRight: sent === null ? undefined : true };
    const mistake = await findMistake(asiabillSignature({ ...call, parts }, sent, signKey));
    return { ...found, due, isRight: false, mistake };
  },
};
