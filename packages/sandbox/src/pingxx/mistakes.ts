// What people do wrong when they sign for Ping++.
import { canonicalString, type SigningParts, verify } from "@customer-clients/pingxx/signing";
import { utf8 } from "../digest.ts";
import { type Mistake, type SignedText, signedBy, type WrongSignature } from "../mistakes.ts";
import { urlsOf } from "../origins.ts";
import type { Call } from "../provider.ts";
import { decodedTarget, rewrittenBodies } from "../rewritten.ts";

/** A request of Ping++'s, and what of it should have been signed. */
export interface SignedRequest extends Pick<Call, "target" | "headers" | "text"> {
  readonly parts: SigningParts;
}

/** What the sandbox knows of the caller. */
export interface Keys {
  readonly apiKey: string;
  /** RSA, in PEM. */
  readonly publicKey: string;
}

/** The digest under the signature. */
export type Hash = "sha256" | "sha1";

/** What is known of a signature, to look for the mistake in it; see ../mistakes.ts. */
export function pingxxSignature(
  request: SignedRequest,
  signature: string | null,
  { apiKey, publicKey }: Keys,
): WrongSignature<Hash> {
  const verifyBy: Readonly<Record<Hash, (text: string, signature: string) => Promise<boolean>>> = {
    sha256: async (body, signature) => verify({ body, target: "", timestamp: "" }, signature, publicKey),
    sha1: verifySha1(publicKey),
  };
  return {
    expected: canonicalString(request.parts),
    mistakes: () => pingxxMistakes(request),
    signature,
    isSignature: (signature, hash, text) => verifyBy[hash](text, signature),
    secret: apiKey,
  };
}

/** The mistakes to try for a request. */
export function pingxxMistakes(request: SignedRequest): Mistake<Hash>[] {
  const texts = textsOf(request);
  return [...signedBy("sha256", "", texts), ...signedBy("sha1", "by SHA-1, where SHA-256 is due", texts)];
}

/** The right text first. */
function textsOf({ text: sent, parts, ...request }: SignedRequest): SignedText[] {
  const { target, timestamp, body = "" } = parts;
  const text = (changes: Partial<SigningParts>) => canonicalString({ ...parts, ...changes });
  const [path = ""] = target.split("?");
  const query = target.slice(path.length);
  return [
    ["", text({})],
    ["without the timestamp", text({ timestamp: "" })],
    // What the caller's clock had behind the second is lost.
    ["with the timestamp in milliseconds", text({ timestamp: `${timestamp}000` })],
    ...(body === "" ? withBody(sent, text) : otherBodies(body, text)),
    ["without the ? behind the request target", text({ target: target.replace(/\?$/, "") })],
    ["without the query", text({ target: path })],
    ["with the request target decoded", text({ target: decodedTarget(target) })],
    ["with the request target percent-encoded", text({ target: encodeURI(decodedTarget(target)) })],
    ["with a ? behind the request target", text({ target: `${target}?` })],
    ["without the slash behind the path", text({ target: path.replace(/\/$/, "") + query })],
    ["with a slash behind the path", text({ target: `${path}/${query}` })],
    ["without the leading /v1", text({ target: target.replace(/^\/v1/, "") })],
    ...urlsOf("pingxx", request).map((target): SignedText => ["with the whole URL", text({ target })]),
    ["without the request target", text({ target: "" })],
    ["with only the body", body],
    ["with the timestamp in front", timestamp + body + target],
    ["with the body behind the timestamp", target + timestamp + body],
    ["with the request target in front", target + body + timestamp],
    ["with dots between the parts", [body, target, timestamp].join(".")],
    ["with line breaks between the parts", [body, target, timestamp].join("\n")],
  ];
}

type Change = (changes: Partial<SigningParts>) => string;

function otherBodies(body: string, text: Change): SignedText[] {
  return [
    ["without the body", text({ body: "" })],
    ...rewrittenBodies(body).map(([words, body]): SignedText => [words, text({ body })]),
  ];
}

/** @param sent The body of a DELETE, which doesn't count. */
function withBody(sent: string, text: Change): SignedText[] {
  const bodies = ["{}", ...(sent === "" ? [] : [sent])];
  return bodies.map((body) => ["with a body, where none is due", text({ body })]);
}

/** Makes the check of a signature with SHA-1, which Ping++ doesn't take. */
function verifySha1(publicKey: string): (text: string, signature: string) => Promise<boolean> {
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };
  const [, der = ""] = /-----BEGIN PUBLIC KEY-----([^-]+)-----/.exec(publicKey) ?? [];
  let imported: Promise<CryptoKey> | undefined;
  return async (text, signature) => {
    try {
      imported ??= crypto.subtle.importKey("spki", bytes(der), algorithm, false, ["verify"]);
      return await crypto.subtle.verify(algorithm, await imported, bytes(signature), utf8(text));
    } catch {
      // Not Base64, or a runtime without SHA-1.
      return false;
    }
  };
}

function bytes(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
