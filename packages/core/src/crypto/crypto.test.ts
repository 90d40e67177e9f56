import { createHash, createHmac, createPublicKey, sign, verify } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { anyText } from "../text.fixture.ts";
import { notPrivateKeys, notPublicKeys, rsa } from "./keys.fixture.ts";
import * as node from "./node.ts";
import * as web from "./web.ts";

const implementations = [
  ["node:crypto", node],
  ["WebCrypto", web],
] as const;

const utf8 = (text: string) => new TextEncoder().encode(text);

describe.each(implementations)("%s", (_, { hmacSha256, sha256, rsaSha256, verifyRsaSha256 }) => {
  test("gives the HMAC of RFC 4231, case 2", async () => {
    expect(await hmacSha256("Jefe")("what do ya want for nothing?")).toBe(
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    );
  });

  test("gives the SHA-256 of FIPS 180-2, appendix B.1", async () => {
    expect(await sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("gives the HMAC and SHA-256 of any text, as UTF-8, with any key", async () => {
    const key = anyText.filter((text) => text !== "");
    await fc.assert(
      fc.asyncProperty(key, anyText, async (key, text) => {
        expect(await hmacSha256(key)(text)).toBe(createHmac("sha256", utf8(key)).update(utf8(text)).digest("hex"));
        expect(await sha256(text)).toBe(createHash("sha256").update(utf8(text)).digest("hex"));
      }),
    );
  });

  test("uses one key for many messages", async () => {
    const hmac = hmacSha256("key");
    const [first, second, again] = await Promise.all([hmac("a"), hmac("b"), hmac("a")]);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });

  test.each([
    ["PKCS#8", rsa.privateKey],
    ["PKCS#1", rsa.pkcs1],
    ["PKCS#8 with Windows line ends", rsa.privateKey.replaceAll("\n", "\r\n")],
    ["PKCS#1 with text around it", `key:\n${rsa.pkcs1}\n`],
  ])("signs any text with a key in %s", async (_, pem) => {
    const signer = rsaSha256(pem);
    const publicKey = createPublicKey(rsa.publicKey);
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const signature = Buffer.from(await signer(text), "base64");
        expect(verify("sha256", utf8(text), publicKey, signature)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test("verifies any bytes, and refuses others", async () => {
    const check = verifyRsaSha256(rsa.publicKey);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (bytes) => {
        const signature = sign("sha256", bytes, rsa.privateKey).toString("base64");
        expect(await check(bytes, signature)).toBe(true);
        expect(await check(Uint8Array.of(...bytes, 0), signature)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  test("verifies bytes that are a part of a larger buffer", async () => {
    const bytes = utf8("__body__").subarray(2, 6);
    const signature = sign("sha256", bytes, rsa.privateKey).toString("base64");
    expect(await verifyRsaSha256(rsa.publicKey)(bytes, signature)).toBe(true);
  });

  test.each(["", "AAAA", "*** no base64 ***", "é"])("refuses the signature %j", async (signature) => {
    expect(await verifyRsaSha256(rsa.publicKey)(utf8("text"), signature)).toBe(false);
  });

  test.each(Object.entries(notPrivateKeys))("refuses to sign with %s", async (_, pem) => {
    await expectKeyError(async () => rsaSha256(pem)("text"), pem, /^privateKey: expected an RSA private key/);
  });

  test.each(Object.entries(notPublicKeys))("refuses to verify with %s", async (_, pem) => {
    const check = async () => verifyRsaSha256(pem)(utf8("text"), "AAAA");
    await expectKeyError(check, pem, /^publicKey: expected an RSA public key/);
  });

  test("refuses at construction what isn't a PEM text of the right kind", () => {
    const mislabelled = rsa.privateKey.replaceAll("PRIVATE KEY", "RSA PRIVATE KEY");
    for (const pem of [rsa.publicKey, mislabelled, "", "text", undefined as unknown as string]) {
      expect(() => rsaSha256(pem)).toThrow(InvalidArgumentError);
    }
    for (const pem of [rsa.privateKey, "", "text", undefined as unknown as string]) {
      expect(() => verifyRsaSha256(pem)).toThrow(InvalidArgumentError);
    }
  });
});

test("node:crypto works at once, WebCrypto with promises", () => {
  expect(node.hmacSha256("key")("text")).toBeTypeOf("string");
  expect(node.sha256("text")).toBeTypeOf("string");
  expect(node.rsaSha256(rsa.pkcs1)("text")).toBeTypeOf("string");
  expect(web.hmacSha256("key")("text")).toBeInstanceOf(Promise);
});

test("both sign alike", async () => {
  expect(await web.rsaSha256(rsa.pkcs1)("é😀")).toBe(node.rsaSha256(rsa.privateKey)("é😀"));
});

test("node:crypto refuses at construction every key that it can't use", () => {
  for (const pem of Object.values(notPrivateKeys)) expect(() => node.rsaSha256(pem)).toThrow(InvalidArgumentError);
  for (const pem of Object.values(notPublicKeys)) expect(() => node.verifyRsaSha256(pem)).toThrow(InvalidArgumentError);
});

/** That it fails for the key, and that no line of the key is in any text of the error. */
async function expectKeyError(run: () => Promise<unknown>, pem: string, message: RegExp) {
  const error = await run().then(
    () => undefined,
    (error: unknown) => error as Error & { cause?: unknown },
  );
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error?.message).toMatch(message);
  expect(error?.cause).toBeUndefined();
  for (const line of pem.split(/\r?\n/).filter((line) => line && !line.startsWith("--"))) {
    expect(`${error?.message} ${error?.stack}`).not.toContain(line);
  }
}
