// The signing primitives of node.ts on WebCrypto, for browsers, workers and whatever else has no node:crypto.
import type { MaybePromise } from "../options.ts";
import { type KeyKind, keyError, parsePem } from "./pem.ts";

const rsa = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

/** See node.ts. */
export function hmacSha256(key: string): (message: string) => MaybePromise<string> {
  // Imported at the first call, once: a promise that fails before anybody waits for it would end the process.
  let imported: Promise<CryptoKey> | undefined;
  return async (message) => {
    imported ??= crypto.subtle.importKey("raw", utf8(key), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return hex(await crypto.subtle.sign("HMAC", await imported, utf8(message)));
  };
}

/** See node.ts. */
export async function sha256(message: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-256", utf8(message)));
}

/** See node.ts. What only WebCrypto can tell of the key is told at the first call. */
export function rsaSha256(pem: string): (message: string) => MaybePromise<string> {
  const key = rsaKey("privateKey", pem);
  return async (message) => {
    const signature = await crypto.subtle.sign(rsa, await key(), utf8(message));
    return btoa(String.fromCharCode(...new Uint8Array(signature)));
  };
}

/** See node.ts. */
export function verifyRsaSha256(pem: string): (message: Uint8Array, signature: string) => MaybePromise<boolean> {
  const key = rsaKey("publicKey", pem);
  return async (message, signature) => {
    let bytes: Uint8Array<ArrayBuffer>;
    try {
      bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
    } catch {
      return false;
    }
    return crypto.subtle.verify(rsa, await key(), bytes, new Uint8Array(message));
  };
}

function rsaKey(kind: KeyKind, pem: string): () => Promise<CryptoKey> {
  const { isPkcs1, der } = parsePem(kind, pem);
  const format = kind === "privateKey" ? "pkcs8" : "spki";
  let imported: Promise<CryptoKey> | undefined;
  return () => {
    imported ??= crypto.subtle
      .importKey(format, isPkcs1 ? wrapPkcs1(der) : new Uint8Array(der), rsa, false, [
        kind === "privateKey" ? "sign" : "verify",
      ])
      .catch(() => {
        throw keyError(kind);
      });
    return imported;
  };
}

/** A PKCS#1 key as PKCS#8 ({@link https://www.rfc-editor.org/rfc/rfc5208 | RFC 5208}), which is all that WebCrypto reads. */
function wrapPkcs1(key: Uint8Array): Uint8Array<ArrayBuffer> {
  // Version 0; the algorithm rsaEncryption, 1.2.840.113549.1.1.1, with NULL.
  const head = [2, 1, 0, 0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0];
  return Uint8Array.from(der(0x30, [...head, ...der(0x04, [...key])]));
}

function der(tag: number, content: readonly number[]): number[] {
  // Two length bytes: enough for keys of 64 KiB, and none is shorter than 256 bytes.
  return [tag, 0x82, content.length >> 8, content.length & 0xff, ...content];
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
