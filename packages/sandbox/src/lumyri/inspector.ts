import { sign } from "@customer-clients/lumyri/signing";
import { tokenOf } from "../authorization.ts";
import { base64, utf8 } from "../digest.ts";
import { spec } from "../generated/lumyri.ts";
import type { Inspector } from "../inspect/inspector.ts";

/** Looks into Lumyri's requests: they carry a token, and nothing is signed. */
export const lumyriInspector: Inspector = {
  spec,
  header: "authorization",
  key: "accessToken",
  isPlain: true,
  async inspect({ headers }, accessToken) {
    const found = { pieces: [], mistakes: mistakesWith(accessToken) };
    if (accessToken === "") return found;
    const due = sign(accessToken);
    const sent = headers.get("authorization");
    if (sent === null) return { ...found, due };
    if (tokenOf(headers) === accessToken) return { ...found, due, isRight: true };
    return { ...found, due, isRight: false, mistake: found.mistakes.find(({ text }) => text === sent) };
  },
};

/** What callers send in place of `Bearer` and the token. */
function mistakesWith(token: string): { readonly words: string; readonly text: string }[] {
  const texts = {
    "without the word Bearer in front": token,
    "with the word Bearer twice": `Bearer Bearer ${token}`,
    "with a colon behind the word Bearer": `Bearer: ${token}`,
    "with the word Token, where Bearer is due": `Token ${token}`,
    "with quotation marks around the token": `Bearer "${token}"`,
    "with angle brackets around the token": `Bearer <${token}>`,
    "with the token in Base64": `Bearer ${base64(utf8(token))}`,
  };
  return Object.entries(texts).map(([words, text]) => ({ words, text }));
}
