// How Finan's requests are signed. The rule is written out in specs/finan/openapi.yaml.
import { credential, type MaybePromise, type Signer, sha256, unixSeconds, whenReady } from "@customer-clients/core";

/** What Finan gives a business. */
export interface FinanCredentials {
  /** Sent as `x-client-id`. */
  readonly clientId: string;
  /** It signs, and is never sent. */
  readonly secret: string;
}

/** The parts of a request that are signed. */
export interface SigningParts {
  readonly secret: string;
  /** Upper case. */
  readonly method: string;
  /** The request path after `/open`, with its query exactly as on the wire. */
  readonly path: string;
  /** The body's text exactly as sent; none for GET and DELETE. */
  readonly body?: string;
  /** Unix seconds, decimal. */
  readonly timestamp: string;
}

/**
 * The text that is signed. **It begins with the secret**: don't log it.
 *
 * @example
 * canonicalString({ secret: "s", method: "GET", path: "/api/v1/customers", timestamp: "1699999999" });
 * // "s_GET_/api/v1/customers__1699999999"
 */
export function canonicalString({ secret, method, path, body = "", timestamp }: SigningParts): string {
  return [secret, method, path, body, timestamp].join("_");
}

/**
 * The value of `x-signature`.
 *
 * @returns SHA-256 in lower-case hex, and no HMAC whatever the provider's prose says: at once on Node and its like, as a promise
 * elsewhere.
 */
export function sign(parts: SigningParts): MaybePromise<string> {
  return sha256(canonicalString(parts));
}

/**
 * Signs a client's requests.
 *
 * @throws InvalidArgumentError for an empty client id or secret.
 */
export function signer({ clientId, secret }: FinanCredentials): Signer {
  credential("clientId", clientId);
  credential("secret", secret);
  return {
    secrets: [secret],
    headers({ operation, target, body, time }) {
      const timestamp = unixSeconds(time);
      return whenReady(sign({ secret, method: operation.method, path: target, body, timestamp }), (signature) => ({
        "x-client-id": clientId,
        "x-timestamp": timestamp,
        "x-signature": signature,
      }));
    },
  };
}
