// What people do wrong when they sign for Finan. Its prose speaks of an HMAC, and its formula has none.
import { canonicalString, type SigningParts } from "@customer-clients/finan/signing";
import { base64, hex, hmacSha256, sha256 } from "../digest.ts";
import { type Mistake, type SignedText, signedBy, type WrongSignature } from "../mistakes.ts";
import { urlsOf } from "../origins.ts";
import type { Call } from "../provider.ts";
import { decodedTarget, rewrittenBodies } from "../rewritten.ts";

/** A request of Finan's, and what of it should have been signed. */
export interface SignedRequest extends Pick<Call, "target" | "headers" | "text"> {
  readonly parts: SigningParts;
}

/** How a text was made into a signature. */
export type Hash = "digest" | "digestUpperCase" | "digestBase64" | "hmac";

/** What is known of a signature, to look for the mistake in it; see ../mistakes.ts. */
export function finanSignature(request: SignedRequest, signature: string | null): WrongSignature<Hash> {
  const { secret } = request.parts;
  const hmac = hmacSha256(secret);
  const signatures: Readonly<Record<Hash, (text: string) => Promise<string>>> = {
    digest: async (text) => hex(await sha256(text)),
    digestUpperCase: async (text) => hex(await sha256(text)).toUpperCase(),
    digestBase64: async (text) => base64(await sha256(text)),
    hmac: async (text) => hex(await hmac(text)),
  };
  return {
    expected: canonicalString(request.parts),
    mistakes: () => finanMistakes(request),
    signature,
    isSignature: async (signature, hash, text) => signature === (await signatures[hash](text)),
    secret,
  };
}

/** The mistakes to try for a request. */
export function finanMistakes(request: SignedRequest): Mistake<Hash>[] {
  const texts = textsOf(request);
  const { secret } = request.parts;
  const behind = texts.map(([words, text]): SignedText => [words, secret + text]);
  const alone = texts.map(
    ([words, text]): SignedText => [
      words === "" ? "without the secret in front" : `without the secret in front, ${words}`,
      text.replace(/^_/, ""),
    ],
  );
  const hmac = "by HMAC-SHA256, where a plain SHA-256 is due";
  return [
    ...signedBy("digest", "", behind),
    ...signedBy("digest", "", alone),
    ...signedBy("hmac", hmac, behind),
    ...signedBy("hmac", hmac, alone),
    ...signedBy("digestUpperCase", "in upper-case hex, where lower case is due", behind),
    ...signedBy("digestBase64", "in Base64, where hex is due", behind),
  ];
}

/** What follows the secret, the right text first. */
function textsOf({ text: sent, parts, ...request }: SignedRequest): SignedText[] {
  const { method, path, timestamp, body = "" } = parts;
  const text = (changes: Partial<SigningParts>) => canonicalString({ ...parts, secret: "", ...changes });
  const [rawPath = ""] = path.split("?");
  const query = path.slice(rawPath.length);
  const sorted = query.replace(/(?<=\?).*/, (parameters) => parameters.split("&").sort().join("&"));
  return [
    ["", text({})],
    ["without the query", text({ path: rawPath })],
    ["with the query decoded", text({ path: rawPath + decodedTarget(query) })],
    ["with the query's parameters sorted", text({ path: rawPath + sorted })],
    ["with a ? behind the path", text({ path: `${path}?` })],
    ["with /open in the path", text({ path: request.target })],
    ["with a slash behind the path", text({ path: `${rawPath}/${query}` })],
    ["without the slash in front of the path", text({ path: path.slice(1) })],
    ...urlsOf("finan", request).map((path): SignedText => ["with the whole URL", text({ path })]),
    ["with the method in lower case", text({ method: method.toLowerCase() })],
    ["without the method", `_${[path, body, timestamp].join("_")}`],
    // What the caller's clock had behind the second is lost.
    ["with the time in milliseconds", text({ timestamp: `${timestamp}000` })],
    ...(body === "" ? withPayload(sent, text) : otherPayloads(body, text)),
    ["with one underscore where two are due", `_${[method, path, timestamp].join("_")}`],
    ["without underscores", method + path + body + timestamp],
    ["with a line break behind the secret", `\n${text({})}`],
  ];
}

type Change = (changes: Partial<SigningParts>) => string;

function otherPayloads(body: string, text: Change): SignedText[] {
  return [
    ["without the payload", text({ body: "" })],
    ...rewrittenBodies(body).map(([words, body]): SignedText => [words, text({ body })]),
  ];
}

/** @param sent The body of a DELETE, which doesn't count. */
function withPayload(sent: string, text: Change): SignedText[] {
  const payloads = ["{}", "null", '""', ...(sent === "" ? [] : [sent])];
  return payloads.map((body) => ["with a payload, where none is due", text({ body })]);
}
