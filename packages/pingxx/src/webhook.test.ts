import { generateKeyPairSync, sign } from "node:crypto";
import { InvalidArgumentError, WebhookVerificationError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import vectors from "./vectors.fixture.json" with { type: "json" };
import { type PingxxWebhook, verifyWebhook } from "./webhook.ts";

const { header, raw_body: rawBody, signature, public_key } = vectors.webhook;

/** The vector as it comes in. */
const genuine: PingxxWebhook = { headers: { [header]: signature }, rawBody, publicKey: public_key };

const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const publicKey = pair.publicKey.export({ type: "spki", format: "pem" }) as string;

/** A webhook with any body, signed by who has the key. */
function signed(body: Uint8Array): PingxxWebhook {
  const own = sign("sha256", body, pair.privateKey).toString("base64");
  return { headers: { "x-pingplusplus-signature": own }, rawBody: body, publicKey };
}

describe("a genuine webhook", () => {
  test.each<[string, Partial<PingxxWebhook>]>([
    ["as the vector has it", {}],
    ["with its body as bytes", { rawBody: new TextEncoder().encode(rawBody) }],
    ["with its body as a Buffer", { rawBody: Buffer.from(rawBody) }],
    ["with fetch's headers", { headers: new Headers({ [header]: signature }) }],
    ["with Node's headers", { headers: { [header.toLowerCase()]: signature, "set-cookie": ["a"], absent: undefined } }],
  ])("is accepted %s", async (_, change) => {
    expect(await verifyWebhook({ ...genuine, ...change })).toEqual(JSON.parse(rawBody));
  });

  test("may hold any Unicode", async () => {
    expect(await verifyWebhook(signed(Buffer.from('{"name":"é漢😀"}')))).toEqual({ name: "é漢😀" });
  });
});

describe("a webhook that can't be trusted", () => {
  test.each<[string, Partial<PingxxWebhook>]>([
    ["another body", { rawBody: rawBody.replace("charge.succeeded", "charge.succeedeD") }],
    ["a body with one space more", { rawBody: `${rawBody} ` }],
    ["a byte order mark that wasn't signed", { rawBody: `\ufeff${rawBody}` }],
    ["bytes that aren't UTF-8", { rawBody: Uint8Array.of(...new TextEncoder().encode(rawBody), 0xff) }],
    ["no body", { rawBody: "" }],
    ["another key", { publicKey }],
    ["another signature", { headers: { [header]: signature.replace("B", "C") } }],
    ["an empty signature", { headers: { [header]: "" } }],
    ["a signature that isn't base64", { headers: { [header]: "***" } }],
    ["a signature in small letters", { headers: { [header]: signature.toLowerCase() } }],
    ["two signatures", { headers: { [header]: [signature, signature] } }],
    ["no signature", { headers: {} }],
  ])("is refused for %s", async (_, change) => {
    await expect(verifyWebhook({ ...genuine, ...change })).rejects.toBeInstanceOf(WebhookVerificationError);
  });

  test.each([Buffer.from("success"), Buffer.from('\ufeff{"a":1}'), Buffer.from([0xff])])(
    "is refused when its signed body isn't JSON: %s",
    async (body) => {
      await expect(verifyWebhook(signed(body))).rejects.toThrow(/^webhook: expected a JSON body$/);
    },
  );
});

test("a key that isn't an RSA public key is an InvalidArgumentError, without the key", async () => {
  const privateKey = pair.privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  for (const wrong of ["", "hidden", privateKey]) {
    const failure = verifyWebhook({ ...genuine, publicKey: wrong });
    await expect(failure).rejects.toBeInstanceOf(InvalidArgumentError);
    await expect(failure).rejects.toThrow(/^publicKey: expected (?!.*(hidden|MII))/);
  }
});
