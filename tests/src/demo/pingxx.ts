import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { AuthenticationError, createPingxxClient, type PingxxOptions } from "@customer-clients/pingxx";
import { refused, type Step, step } from "./step.ts";

/** The life of a customer and of its cards at Ping++. */
export function pingxxSteps(options: PingxxOptions): Step[] {
  const { customers } = createPingxxClient(options);
  const { sources } = customers;
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  const stranger = createPingxxClient({ ...options, privateKey });
  const sms_code = { id: "sms_BHTPMJCpGc8qiKvva3OgBV2V", code: "123456" };
  const card = { source: "tok_BHTPMJCtIJ8HaqXBDr4ILeLJ", sms_code };
  let customerId = "";
  let cardId = "";
  const call = step.bind(undefined, "Ping++");
  return [
    call("customers.create", async () => {
      const customer = await customers.create({ app: "app_1Gqj58ynP0mHeX1q", ...card });
      customerId = customer.id;
      await customers.create({ app: "app_1Gqj58ynP0mHeX1q", ...card, source: "tok_BHTPMJCtIJ8HaqXBDr4ILeLK" });
      return `${customerId} with ${customer.sources.data.length} card`;
    }),
    call("customers.get", async () => {
      const customer = await customers.get(customerId, { "expand[]": ["default_source"] });
      assert.equal(typeof customer.default_source, "object");
      return "the same customer, its default card expanded";
    }),
    call("customers.update", async () => {
      const customer = await customers.update(customerId, { description: "贵宾", metadata: { testkey: "test" } });
      assert.deepEqual(customer.metadata, { testkey: "test" });
      return `description ${customer.description}`;
    }),
    call("customers.list", async () => {
      const found = [];
      for await (const customer of customers.list({ limit: 1, created: { gt: 1 } })) found.push(customer.id);
      assert.equal(found.length, 2);
      assert.equal(found[1], customerId);
      return "2 customers on 2 pages, the newest first";
    }),
    call("customers.sources.create", async () => {
      ({ id: cardId } = await sources.create(customerId, { ...card, source: "tok_BHTPMJCtIJ8HaqXBDr4ILeLL" }));
      return cardId;
    }),
    call("customers.sources.get", async () => {
      const found = await sources.get(customerId, cardId);
      assert.equal(found.customer, customerId);
      return `${found.brand} card, ${found.funding}`;
    }),
    call("customers.sources.list", async () => {
      const page = await sources.list(customerId);
      assert.equal(page.items.length, 2);
      return "2 cards";
    }),
    call("customers.sources.delete", async () => {
      const { deleted } = await sources.delete(customerId, cardId);
      assert.equal(deleted, true);
      return `deleted: ${deleted}`;
    }),
    call("customers.delete", async () => {
      const { deleted } = await customers.delete(customerId);
      assert.equal(deleted, true);
      await assert.rejects(customers.get(customerId));
      return `deleted: ${deleted}; a get then is refused`;
    }),
    call("a wrong private key", () => refused(stranger.customers.list(), AuthenticationError)),
  ];
}
