import { generateKeyPairSync, sign } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { customer, path } from "../testing/pingxx.ts";
import { type Send, senders } from "../testing/send.ts";

let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
  sandbox.clock.set(1_444_390_718_000);
  send = senders(sandbox).pingxx;
});

describe("Ping++'s check of a request", () => {
  test.each([
    ["no key", undefined, 401],
    ["another key", `Basic ${btoa("sk_test_other:")}`, 401],
    ["the key as Bearer", "Bearer sk_test_CustomerClientsSandbox00", 200],
  ])("judges %s", async (_, authorization, expected) => {
    const { status, body } = await send("GET", path, undefined, { headers: { authorization } });
    expect(status).toBe(expected);
    if (expected === 401) expect(body.error.message).toBe("invalid API key");
  });

  test("reads JSON whatever its content type, as in the provider's curl samples", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    expect((await send("POST", path, customer, { headers })).status).toBe(200);
  });

  test.each(["*", "zh-CN", "de"])("lets any Accept-Language be: %s", async (language) => {
    expect((await send("GET", path, undefined, { headers: { "accept-language": language } })).status).toBe(200);
  });

  describe("with a public key", () => {
    const keys = () =>
      generateKeyPairSync("rsa", {
        modulusLength: 2048,
        publicKeyEncoding: { type: "spki", format: "pem" },
        privateKeyEncoding: { type: "pkcs8", format: "pem" },
      });
    const { publicKey, privateKey } = keys();
    const { privateKey: otherKey } = keys();

    beforeEach(async () => {
      const credentials = { pingxx: { apiKey: "sk_test_CustomerClientsSandbox00", publicKey, privateKey } };
      sandbox = checked(await createSandbox({ credentials }));
      send = senders(sandbox, privateKey).pingxx;
    });

    test("takes what is signed with the private key: body, raw target and time", async () => {
      const { id } = (await send("POST", path, { ...customer, description: "张三" })).body;
      for (const target of [path, `${path}?`, `${path}/?created%5Bgt%5D=1`, `${path}/${id}?expand[]=app`]) {
        expect((await send("GET", target)).status).toBe(200);
      }
      expect((await send("PUT", `${path}/${id}`, { description: "x" })).status).toBe(200);
      expect((await send("DELETE", `${path}/${id}`)).status).toBe(200);
    });

    test.each([
      ["no signature", { "pingplusplus-signature": undefined }],
      ["a signature that isn't Base64", { "pingplusplus-signature": "?" }],
      ["another time than the signed one", { "pingplusplus-request-timestamp": "1" }],
      ["no time", { "pingplusplus-request-timestamp": undefined }],
    ])("refuses %s", async (_, headers) => {
      const { status, body, reason } = await send("GET", `${path}?limit=1`, undefined, { headers });
      expect([status, body.error.message]).toEqual([401, "wrong signature"]);
      expect(reason).toContain("signature of /v1/customers?limit=1");
    });

    test("refuses a signature that is right, but for a time that there isn't", async () => {
      const signature = sign("sha256", Buffer.from(path), privateKey).toString("base64");
      const headers = { "pingplusplus-request-timestamp": undefined, "pingplusplus-signature": signature };
      expect((await send("GET", path, undefined, { headers })).status).toBe(401);
    });

    test("leaves the body of a DELETE out of what is signed", async () => {
      const { id } = (await send("POST", path, customer)).body;
      const signature = sign("sha256", Buffer.from(`${path}/${id}1`), privateKey).toString("base64");
      const headers = { "pingplusplus-request-timestamp": "1", "pingplusplus-signature": signature };
      expect((await send("DELETE", `${path}/${id}`, {}, { headers })).status).toBe(200);
    });

    test("refuses what another key signed", async () => {
      expect((await senders(sandbox, otherKey).pingxx("GET", path)).status).toBe(401);
    });

    test("hands on the private key with the credentials, and keeps the public one", () => {
      expect(sandbox.credentials.pingxx).toEqual({ apiKey: "sk_test_CustomerClientsSandbox00", privateKey });
    });
  });
});
