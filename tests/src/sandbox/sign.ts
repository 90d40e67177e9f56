// How each provider's requests are signed, by a few lines that share no code with the clients or the sandbox.
import { createHash, createHmac, type KeyLike, sign } from "node:crypto";

/** A request as it goes over the wire, before it is signed. */
export interface Unsigned {
  readonly method: string;
  /** The path that follows the host, with its query, exactly as on the request line. */
  readonly target: string;
  readonly body: Uint8Array;
}

/** The headers that sign a request. */
export type SignatureHeaders = Readonly<Record<string, string>>;

/**
 * AsiaBill: HMAC-SHA256 of the joined parts.
 *
 * @param time Unix milliseconds, or whatever else is to stand in its place.
 */
export function signAsiaBill(
  { target, body }: Unsigned,
  { gatewayNo, signKey }: { readonly gatewayNo: string; readonly signKey: string },
  requestId: string,
  time: string,
): SignatureHeaders {
  const [path = "", query = ""] = target.split(/\?(.*)/s);
  const id = decoded(path.split("/")[3] ?? "");
  const values = [...new URLSearchParams(query)].sort(byName).map(([, value]) => value);
  const head = Buffer.from([gatewayNo + requestId + time, id, values.join("")].filter((part) => part !== "").join("."));
  const signed = body.length > 0 ? Buffer.concat([head, Buffer.from("."), body]) : head;
  return {
    "gateway-no": gatewayNo,
    "request-id": requestId,
    "request-time": time,
    "sign-info": createHmac("sha256", signKey).update(signed).digest("hex"),
  };
}

/**
 * Finan: SHA-256 of a text that begins with the secret.
 *
 * @param time Unix seconds, or whatever else is to stand in its place.
 */
export function signFinan(
  { method, target, body }: Unsigned,
  { clientId, secret }: { readonly clientId: string; readonly secret: string },
  time: string,
): SignatureHeaders {
  const payload = method === "GET" || method === "DELETE" ? "" : body;
  const hash = createHash("sha256").update(`${secret}_${method}_${target.replace(/^\/open/, "")}_`);
  return {
    "x-client-id": clientId,
    "x-timestamp": time,
    "x-signature": hash.update(payload).update(`_${time}`).digest("hex"),
  };
}

/**
 * Ping++: RSA with SHA-256.
 *
 * @param time Unix seconds, or whatever else is to stand in its place.
 */
export function signPingxx({ method, target, body }: Unsigned, privateKey: KeyLike, time: string): SignatureHeaders {
  const payload = method === "GET" || method === "DELETE" ? new Uint8Array() : body;
  const signed = Buffer.concat([payload, Buffer.from(target + time)]);
  return {
    "pingplusplus-request-timestamp": time,
    "pingplusplus-signature": sign("sha256", signed, privateKey).toString("base64"),
  };
}

/** What can't be decoded stays: it is refused before its signature is looked at. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** In the order of their names; those of the same name stay as they are. */
function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
