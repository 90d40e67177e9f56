import { canonicalString, sign } from "@customer-clients/finan/signing";
import { spec } from "../generated/finan.ts";
import type { Inspector } from "../inspect/inspector.ts";
import { piecesOf } from "../inspect/pieces.ts";
import { findMistake } from "../mistakes.ts";
import { finanMistakes, finanSignature } from "./mistakes.ts";
import { partsOf } from "./parts.ts";

/** Looks into Finan's requests. */
export const finanInspector: Inspector = {
  spec,
  header: "x-signature",
  key: "secret",
  async inspect(call, secret) {
    const parts = partsOf(call, secret);
    const found = { pieces: piecesOf(parts, canonicalString), mistakes: finanMistakes({ ...call, parts }) };
    if (secret === "") return found;
    const due = await sign(parts);
    const sent = call.headers.get("x-signature");
    if (sent === null || sent === due) return { ...found, due, isRight: sent === null ? undefined : true };
    const mistake = await findMistake(finanSignature({ ...call, parts }, sent));
    return { ...found, due, isRight: false, mistake };
  },
};
