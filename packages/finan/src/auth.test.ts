import { createHash } from "node:crypto";
import { InvalidArgumentError } from "@customer-clients/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalString, sign, signer } from "./auth.ts";
import { createFinanClient } from "./index.ts";
import fixture from "./vectors.fixture.json" with { type: "json" };

const { vectors } = fixture;
const secret = "mySecretKey";
const timestamp = "1699999999";
const customerId = "550e8400-e29b-41d4-a716-446655440000";

const requests = {
  doc_get: { method: "GET", path: "/api/v1/payments" },
  doc_post: { method: "POST", path: "/api/v1/payments", body: '{"amount":6000000,"payment_method":"bank_transfer"}' },
  cust_list: { method: "GET", path: "/api/v1/customers" },
  cust_get: { method: "GET", path: `/api/v1/customers/${customerId}` },
  cust_del: { method: "DELETE", path: `/api/v1/customers/${customerId}` },
};

test.each(vectors)("the vector $name is reproduced byte for byte", async ({ name, stringToSign, signature }) => {
  const parts = { secret, timestamp, ...requests[name as keyof typeof requests] };
  expect(canonicalString(parts)).toBe(stringToSign);
  expect(await sign(parts)).toBe(signature);
});

test("any text is signed by the rule: a plain SHA-256 of the parts, an underscore between them", async () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (path, body) => {
      const expected = `${secret}_PUT_${path}_${body}_${timestamp}`;
      expect(canonicalString({ secret, method: "PUT", path, body, timestamp })).toBe(expected);
      const signature = await sign({ secret, method: "PUT", path, body, timestamp });
      expect(signature).toBe(createHash("sha256").update(expected, "utf8").digest("hex"));
    }),
  );
});

describe("the client", () => {
  const sent: { url: string; init: RequestInit }[] = [];
  const client = createFinanClient({
    clientId: "client",
    secret,
    now: () => 1_699_999_999_999,
    fetch: async (url, init) => {
      sent.push({ url, init });
      return Response.json({ code: "102000", message: { content: "ok" }, data: { customer_id: customerId } });
    },
  });

  test("signs the path behind /open, which it sends to, with the time in whole seconds", async () => {
    await client.customers.get(customerId);
    expect(sent.at(-1)?.url).toBe(`https://api.finan.one/open/api/v1/customers/${customerId}`);
    expect(sent.at(-1)?.init.headers).toMatchObject({
      "x-client-id": "client",
      "x-timestamp": timestamp,
      "x-signature": vectors.find(({ name }) => name === "cust_get")?.signature,
    });
  });

  test("signs the body that it sends", async () => {
    await client.customers.create({ general_info: { name: "é" } } as never);
    const body = '{"general_info":{"name":"é"}}';
    const parts = { secret, method: "POST", path: "/api/v1/customers", body, timestamp };
    expect(sent.at(-1)?.init).toMatchObject({ body, headers: { "x-signature": await sign(parts) } });
  });
});

describe("signer", () => {
  test.each([
    ["clientId", { clientId: "", secret }],
    ["clientId", { clientId: " hidden", secret }],
    ["clientId", { clientId: 7 as unknown as string, secret }],
    ["secret", { clientId: "client", secret: "" }],
    ["secret", { clientId: "client", secret: "\t" }],
    ["secret", { clientId: "client", secret: "hidden\r\n" }],
    ["secret", { clientId: "client", secret: undefined as unknown as string }],
  ])("refuses a wrong %s, without showing it", (option, credentials) => {
    expect(() => signer(credentials)).toThrow(InvalidArgumentError);
    expect(() => signer(credentials)).toThrow(new RegExp(`^${option}: expected (?!.*hidden)`));
  });
});
