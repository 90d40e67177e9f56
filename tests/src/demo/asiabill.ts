import assert from "node:assert/strict";
import { type AsiaBillOptions, AuthenticationError, createAsiaBillClient } from "@customer-clients/asiabill";
import { refused, type Step, step } from "./step.ts";

/** The life of a customer at AsiaBill. */
export function asiabillSteps(options: AsiaBillOptions): Step[] {
  const { customers } = createAsiaBillClient(options);
  const stranger = createAsiaBillClient({ ...options, signKey: "not-the-sign-key" });
  let customerId = "";
  const call = step.bind(undefined, "AsiaBill");
  return [
    call("customers.create", async () => {
      ({ customerId } = await customers.create({
        email: "labdpno@163.com",
        firstName: "Smfrvi",
        phone: "13924343678",
      }));
      assert.match(customerId, /^cus_\d{19}$/);
      await customers.create({ firstName: "A second one" });
      return customerId;
    }),
    call("customers.get", async () => {
      const customer = await customers.get(customerId);
      assert.equal(customer.email, "labdpno@163.com");
      return `the same customer, ${customer.firstName}`;
    }),
    call("customers.list", async () => {
      const found = [];
      for await (const customer of customers.list({ pageSize: 1 })) found.push(customer.customerId);
      assert.equal(found.length, 2);
      assert.ok(found.includes(customerId));
      return "2 customers on 2 pages";
    }),
    call("customers.delete", async () => {
      assert.equal(await customers.delete(customerId), null);
      await assert.rejects(customers.get(customerId));
      return "null; a get then is refused";
    }),
    call("a wrong sign key", () => refused(stranger.customers.list(), AuthenticationError)),
  ];
}
