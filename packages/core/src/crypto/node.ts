// Signing primitives on node:crypto: synchronous, and twenty times as fast as WebCrypto for short messages.
import { createHash, createHmac, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { MaybePromise } from "../options.ts";
import { type KeyKind, keyError, parsePem } from "./pem.ts";

/**
 * HMAC-SHA256 ({@link https://www.rfc-editor.org/rfc/rfc2104 | RFC 2104}) with one key.
 *
 * @param key - Text, used as UTF-8.
 * @returns A function from a text, used as UTF-8, to lower-case hex.
 */
export function hmacSha256(key: string): (message: string) => MaybePromise<string> {
  return (message) => createHmac("sha256", key).update(message).digest("hex");
}

/** SHA-256 of a text, used as UTF-8, in lower-case hex. */
export function sha256(message: string): MaybePromise<string> {
  return createHash("sha256").update(message).digest("hex");
}

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 ({@link https://www.rfc-editor.org/rfc/rfc8017 | RFC 8017}) with one key.
 *
 * @param pem - An RSA private key, PKCS#1 or PKCS#8, not encrypted.
 * @returns A function from a text, used as UTF-8, to the signature in base64.
 * @throws InvalidArgumentError when it isn't such a key.
 */
export function rsaSha256(pem: string): (message: string) => MaybePromise<string> {
  const key = rsaKey("privateKey", pem, createPrivateKey);
  return (message) => sign("sha256", Buffer.from(message), key).toString("base64");
}

/**
 * The check of an RSASSA-PKCS1-v1_5 signature with SHA-256 with one key.
 *
 * @param pem - An RSA public key (`PUBLIC KEY`).
 * @returns A function from the signed bytes and the signature in base64 to whether they belong together.
 * @throws InvalidArgumentError when it isn't such a key.
 */
export function verifyRsaSha256(pem: string): (message: Uint8Array, signature: string) => MaybePromise<boolean> {
  const key = rsaKey("publicKey", pem, createPublicKey);
  return (message, signature) => verify("sha256", message, key, Buffer.from(signature, "base64"));
}

function rsaKey(kind: KeyKind, pem: string, create: (pem: string) => KeyObject): KeyObject {
  // Of what node:crypto reads, only what WebCrypto can be given too: a key works in every runtime or in none.
  parsePem(kind, pem);
  try {
    const key = create(pem);
    if (key.asymmetricKeyType === "rsa") return key;
  } catch {
    // node:crypto's messages speak of its decoders.
  }
  throw keyError(kind);
}
