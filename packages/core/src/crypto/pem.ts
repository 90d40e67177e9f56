import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";

/** Which half of a key pair a PEM text holds. */
export type KeyKind = "privateKey" | "publicKey";

const expected: Readonly<Record<KeyKind, string>> = {
  privateKey: 'an RSA private key in PEM, "RSA PRIVATE KEY" (PKCS#1) or "PRIVATE KEY" (PKCS#8), not encrypted',
  publicKey: 'an RSA public key in PEM, "PUBLIC KEY"',
};

/** The error for a text that isn't the key that it should be. It never holds the text. */
export function keyError(kind: KeyKind): InvalidArgumentError {
  return new InvalidArgumentError(`${kind}: expected ${expected[kind]}`);
}

/**
 * Reads the outside of a PEM text ({@link https://www.rfc-editor.org/rfc/rfc7468 | RFC 7468}).
 *
 * @param kind - The half of the key pair that is wanted.
 * @param pem - The text.
 * @returns Whether the key is PKCS#1, and its bytes (DER).
 * @throws InvalidArgumentError when it is something else.
 */
export function parsePem(kind: KeyKind, pem: string): { isPkcs1: boolean; der: Uint8Array } {
  const [, label, base64] = /-----BEGIN ([A-Z ]+)-----([^-]+)-----END \1-----/.exec(pem) ?? [];
  const isPkcs1 = label === "RSA PRIVATE KEY" && kind === "privateKey";
  try {
    if (isPkcs1 || label === (kind === "privateKey" ? "PRIVATE KEY" : "PUBLIC KEY")) {
      const der = Uint8Array.from(atob(base64 as string), (character) => character.charCodeAt(0));
      // Every key is an ASN.1 sequence. Behind its version a PKCS#1 key has a number, which OpenSSL doesn't ask the label about.
      if (der[0] === 0x30 && (der[7] === 0x02) === isPkcs1) return { isPkcs1, der };
    }
  } catch {
    // Not base64.
  }
  throw keyError(kind);
}
