// How Ping++'s requests and webhooks are signed. The rule is written out in specs/pingxx/openapi.yaml.
import {
  basic,
  credential,
  type MaybePromise,
  rsaSha256,
  type Signer,
  unixSeconds,
  verifyRsaSha256,
  whenReady,
} from "@customer-clients/core";

/** What Ping++ gives a merchant, and what the merchant gives Ping++. */
export interface PingxxCredentials {
  /** The secret key: `sk_live_…` or `sk_test_…`. */
  readonly apiKey: string;
  /**
   * The merchant's RSA private key in PEM, PKCS#1 or PKCS#8. With it every request is signed; needed where the account's settings
   * say that requests must be.
   */
  readonly privateKey?: string | undefined;
}

/** The parts of a request that are signed. */
export interface SigningParts {
  /** The body's text exactly as sent; none for GET and DELETE. */
  readonly body?: string;
  /** The path with its query, exactly as on the request line. */
  readonly target: string;
  /** Unix seconds, decimal. */
  readonly timestamp: string;
}

/**
 * The text that is signed: body, request target and timestamp, with nothing between them.
 *
 * @example
 * canonicalString({ target: "/v1/customers?limit=3", timestamp: "1795289042" }); // "/v1/customers?limit=31795289042"
 */
export function canonicalString({ body = "", target, timestamp }: SigningParts): string {
  return body + target + timestamp;
}

/**
 * The value of `Pingplusplus-Signature`.
 *
 * @param parts - What is signed.
 * @param privateKey - The merchant's RSA private key in PEM.
 * @returns RSA-SHA256 in base64: at once on Node and its like, as a promise elsewhere.
 * @throws InvalidArgumentError when the key isn't an RSA private key in PEM.
 */
export function sign(parts: SigningParts, privateKey: string): MaybePromise<string> {
  return rsaSha256(privateKey)(canonicalString(parts));
}

/**
 * Whether a request's signature belongs to it.
 *
 * @param parts - What was signed; of a request that came in, the raw request target.
 * @param signature - In base64.
 * @param publicKey - The signer's RSA public key in PEM.
 * @throws InvalidArgumentError when the key isn't an RSA public key in PEM.
 */
export function verify(parts: SigningParts, signature: string, publicKey: string): MaybePromise<boolean> {
  return verifyRsaSha256(publicKey)(new TextEncoder().encode(canonicalString(parts)), signature);
}

/**
 * Signs a client's requests: HTTP Basic always, and the signature where there is a private key.
 *
 * @throws InvalidArgumentError for a key that isn't a secret key, or a private key that isn't PEM.
 */
export function signer({ apiKey, privateKey }: PingxxCredentials): Signer {
  credential("apiKey", apiKey, /^sk_(live|test)_\w+$/, 'a secret key, which begins with "sk_live_" or "sk_test_"');
  const authorization = basic(apiKey);
  const rsa = privateKey === undefined ? undefined : rsaSha256(privateKey);
  return {
    secrets: [apiKey],
    headers({ basePath, target, body, time }) {
      if (!rsa) return { authorization };
      const timestamp = unixSeconds(time);
      return whenReady(rsa(canonicalString({ body, target: basePath + target, timestamp })), (signature) => ({
        authorization,
        "pingplusplus-request-timestamp": timestamp,
        "pingplusplus-signature": signature,
      }));
    },
  };
}
