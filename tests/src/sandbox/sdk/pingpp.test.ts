// Ping++'s own SDK against the sandbox on loopback. Nothing of the SDK or of Node is changed for it: its connections are
// Node's, which are kept alive unless the sandbox says otherwise.
import { generateKeyPairSync } from "node:crypto";
import type { Sandbox } from "@customer-clients/sandbox";
import { startSandbox } from "@customer-clients/sandbox/node";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { failure } from "../../support/failure.ts";
import { customersOf, type SdkError } from "./pingpp.ts";

const apiKey = "sk_test_ibbTe5jLGCi5rzfH4OqPW9KC";
const sms_code = { id: "sms_BHTPMJCpGc8qiKvva3OgBV2V", code: "123456" };
const sent = { app: "app_1Gqj58ynP0mHeX1q", source: "tok_BHTPMJCtIJ8HaqXBDr4ILeLJ", sms_code };

function keyPair(type: "pkcs1" | "pkcs8") {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type, format: "pem" },
  });
}
const merchant = keyPair("pkcs1");
const stranger = keyPair("pkcs8");

describe.each([
  ["without signatures", {}],
  ["with signatures", merchant],
])("Ping++'s SDK, %s", (_, { publicKey, privateKey }: Partial<typeof merchant>) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ credentials: { pingxx: { apiKey, publicKey } } });
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());
  const customers = () => customersOf(sandbox.urls.pingxx, apiKey, privateKey);

  test("creates, gets, updates, lists and deletes a customer", async () => {
    const created = await customers().create({ ...sent, email: "wang@example.com", metadata: { 备注: "夜 & 'co'" } });
    expect(created).toMatchObject({ object: "customer", app: sent.app, metadata: { 备注: "夜 & 'co'" } });
    expect(await customers().retrieve(created.id)).toEqual(created);

    const updated = await customers().update(created.id, { description: "VIP — 贵宾", metadata: { testkey: "test" } });
    expect(updated).toEqual({ ...created, description: "VIP — 贵宾", metadata: { testkey: "test" } });

    const { data, has_more } = await customers().list({ limit: 3 });
    expect([data, has_more]).toEqual([[updated], false]);

    expect(await customers().del(created.id)).toEqual({ deleted: true, id: created.id });
    expect(await failure<SdkError>(customers().retrieve(created.id))).toMatchObject({ param: "id" });
  });

  test("pages through a list, and asks for ranges and expanded fields", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.unshift((await customers().create(sent)).id);
    const idsOf = async (query: object) => (await customers().list(query)).data.map(({ id }: { id: string }) => id);
    expect(await idsOf({ limit: 2, starting_after: ids[1] })).toEqual(ids.slice(2, 4));
    expect(await idsOf({ limit: 2, ending_before: ids[4] })).toEqual(ids.slice(2, 4));
    expect(await idsOf({ created: { gt: Math.floor(sandbox.clock.now() / 1_000) } })).toEqual([]);
    const expanded = await customers().retrieve(ids[0] ?? "", { expand: ["app", "default_source"] });
    expect([expanded.app.id, expanded.default_source.object]).toEqual([sent.app, "card"]);
  });

  test("is told what is wrong", async () => {
    const withoutSource = failure<SdkError>(customers().create({ app: sent.app, sms_code }));
    expect(await withoutSource).toMatchObject({ message: "source: is required" });
    // The SDK has no error of its own for a card's: it throws a general one.
    expect(await failure(customers().create({ ...sent, source: "tok_foreign1" }))).toBeInstanceOf(Error);
    const otherKey = customersOf(sandbox.urls.pingxx, "sk_test_00000000000000000000000000000000", privateKey);
    expect(await failure<SdkError>(otherKey.list())).toMatchObject({ type: "PingppAuthenticationError" });
    expect(sandbox.requests.map(({ status }) => status)).toEqual([400, 402, 401]);
  });

  test("is answered over connections of its own, which nobody else's are", async () => {
    await customers().list();
    expect(sandbox.requests.at(-1)?.headers["user-agent"]).toBe("Pingpp/v1 NodeBindings/2.1.6");
    const authorization = `Bearer ${apiKey}`;
    const mine = (userAgent: string) =>
      sandbox.fetch(`${sandbox.urls.pingxx}/v1/customers`, { headers: { authorization, "user-agent": userAgent } });
    expect((await mine("Pingpp/v1 NodeBindings/2.1.6")).headers.get("connection")).toBe("close");
    expect((await mine("curl/8.14.1")).headers.get("connection")).toBe("keep-alive");
  });
});

test("Ping++'s SDK is refused with another private key, and without one", async () => {
  const sandbox = await startSandbox({ credentials: { pingxx: { apiKey, publicKey: merchant.publicKey } } });
  onTestFinished(() => sandbox.close());
  for (const key of [stranger.privateKey, undefined]) {
    const customers = customersOf(sandbox.urls.pingxx, apiKey, key);
    for (const call of [() => customers.create(sent), () => customers.list(), () => customers.del("cus_1")]) {
      expect(await failure<SdkError>(call())).toMatchObject({ type: "PingppAuthenticationError" });
    }
  }
  const { status, reason } = sandbox.requests[0] ?? {};
  expect([status, reason?.split(":")[0]]).toEqual([401, "pingplusplus-signature"]);
});
