// What people do wrong when they sign for AsiaBill.
import { canonicalString, type SigningParts } from "@customer-clients/asiabill/signing";
import { base64, hex, hmacSha256, sha256 } from "../digest.ts";
import { type Mistake, type SignedText, signedBy, type WrongSignature } from "../mistakes.ts";
import { urlsOf } from "../origins.ts";
import type { RawRequest } from "../provider.ts";
import { rewrittenBodies } from "../rewritten.ts";

/** A request of AsiaBill's, and what of it should have been signed. */
export interface SignedRequest extends Pick<RawRequest, "method" | "target" | "headers"> {
  readonly parts: SigningParts & { readonly body: string };
}

/** How a text was made into a signature. */
export type Hash = "hmac" | "hmacBase64" | "hmacLineBreak" | "digest" | "digestKeyBefore" | "digestKeyBehind";

/** What is known of a signature, to look for the mistake in it; see ../mistakes.ts. */
export function asiabillSignature(
  request: SignedRequest,
  signature: string | null,
  signKey: string,
): WrongSignature<Hash> {
  const hmac = hmacSha256(signKey);
  const lineBreak = hmacSha256(`${signKey}\n`);
  const signatures: Readonly<Record<Hash, (text: string) => Promise<string>>> = {
    hmac: async (text) => hex(await hmac(text)),
    hmacBase64: async (text) => base64(await hmac(text)),
    hmacLineBreak: async (text) => hex(await lineBreak(text)),
    digest: async (text) => hex(await sha256(text)),
    digestKeyBefore: async (text) => hex(await sha256(signKey + text)),
    digestKeyBehind: async (text) => hex(await sha256(text + signKey)),
  };
  return {
    expected: canonicalString(request.parts),
    mistakes: () => asiabillMistakes(request),
    signature,
    // Hex in either case is taken; Base64 has only one.
    isSignature: async (signature, hash, text) =>
      (hash === "hmacBase64" ? signature : signature.toLowerCase()) === (await signatures[hash](text)),
    secret: signKey,
  };
}

/** The mistakes to try for a request. */
export function asiabillMistakes(request: SignedRequest): Mistake<Hash>[] {
  const texts = textsOf(request);
  return [
    ...signedBy("hmac", "", texts),
    ...signedBy("hmacBase64", "in Base64, where hex is due", texts),
    ...signedBy("hmacLineBreak", "with a line break behind the sign key", texts.slice(0, 1)),
    ...signedBy("digest", "by a plain SHA-256, where an HMAC-SHA256 is due", texts),
    ...signedBy("digestKeyBefore", "by a SHA-256 behind the sign key, where an HMAC-SHA256 is due", texts),
    ...signedBy("digestKeyBehind", "by a SHA-256 with the sign key behind, where an HMAC-SHA256 is due", texts),
  ];
}

/** The right text first. */
function textsOf({ parts, ...request }: SignedRequest): SignedText[] {
  const { gatewayNo, requestId, requestTime, path = {}, query = [], body } = parts;
  const expected = canonicalString(parts);
  const text = (changes: Partial<SigningParts>) => canonicalString({ ...parts, ...changes });
  const withHead = (head: string) => text({ gatewayNo: head, requestId: "", requestTime: "" });
  const withQuery = (values: string) => text({ query: [["", values]] });
  const noHead = { gatewayNo: "", requestId: "", requestTime: "" };
  const pieces = [
    gatewayNo + requestId + requestTime,
    canonicalString({ ...noHead, path }),
    canonicalString({ ...noHead, query }),
    body,
  ];
  const entries = [...query];
  const byName = entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const { method, target } = request;
  const [rawPath = "", ...rest] = target.split("?");
  const rawQuery = rest.join("?");
  const withUrl = (url: string) => text({ path: { url }, query: [] });
  const encoded = rawQuery.split("&").map((part) => {
    const [name = "", ...value] = part.split("=");
    return [name, value.join("=")] as const;
  });
  return [
    ["", expected],
    ["without the body", text({ body: "" })],
    ...rewrittenBodies(body).map(([words, body]): SignedText => [words, text({ body })]),
    ["without the query", text({ query: [] })],
    ["with the query's values in the order of the URL", withQuery(entries.map(([, value]) => value).join(""))],
    ["with the query as it is in the URL", withQuery(rawQuery)],
    ["with the query's names", withQuery(byName.map((entry) => entry.join("=")).join("&"))],
    ["with the query's names", withQuery(byName.flat().join(""))],
    ["with the query's values percent-encoded", text({ query: encoded })],
    ["without the path parameter", text({ path: {} })],
    [
      "with the path parameter percent-encoded",
      text({ path: { id: encodeURIComponent(Object.values(path).join("")) } }),
    ],
    ["without dots between the parts", pieces.join("")],
    ["with a dot for each part that is empty", pieces.join(".")],
    ["with a dot behind it all", `${expected}.`],
    ["with dots between the headers' values", withHead([gatewayNo, requestId, requestTime].join("."))],
    ["with the time in seconds", text({ requestTime: requestTime.slice(0, -3) })],
    ...orders([
      ["gateway-no", gatewayNo],
      ["request-id", requestId],
      ["request-time", requestTime],
    ]).map((order): SignedText => {
      const names = order.map(([name]) => name).join(", ");
      return [`with the headers' values in the order ${names}`, withHead(order.map(([, value]) => value).join(""))];
    }),
    ["with the method in front", method + expected],
    ["with the method in front", `${method}.${expected}`],
    ["with the whole path", withUrl(rawPath)],
    ["with the whole path and query", withUrl(target)],
    ...urlsOf("asiabill", request).map((url): SignedText => ["with the whole URL", withUrl(url)]),
  ];
}

/** Three things in every order. */
function orders<Item>([first, second, third]: readonly [Item, Item, Item]): (readonly Item[])[] {
  return [
    [first, third, second],
    [second, first, third],
    [second, third, first],
    [third, first, second],
    [third, second, first],
  ];
}
