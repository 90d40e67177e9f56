import assert from "node:assert/strict";
import { AuthenticationError, createLumyriClient, type LumyriOptions } from "@customer-clients/lumyri";
import { refused, type Step, step } from "./step.ts";

/** The life of a customer at Lumyri. */
export function lumyriSteps(options: LumyriOptions): Step[] {
  const { customers } = createLumyriClient(options);
  const stranger = createLumyriClient({ ...options, accessToken: "not-a-token" });
  const person = { first_name: "Phan", last_name: "Son", email: "home_address@lumyri.com" };
  let customerId = "";
  const call = step.bind(undefined, "Lumyri");
  return [
    call("customers.create", async () => {
      ({ id: customerId } = await customers.create(person));
      await customers.create({ ...person, email: "customer1@example.com" });
      return customerId;
    }),
    call("customers.get", async () => {
      const customer = await customers.get(customerId);
      assert.equal(customer.first_name, "Phan");
      return `the bare customer, ${customer.first_name}`;
    }),
    call("customers.update", async () => {
      const customer = await customers.update(customerId, { ...person, last_name: "Son 15" });
      assert.equal(customer.last_name, "Son 15");
      return `renamed to ${customer.last_name}`;
    }),
    call("customers.list", async () => {
      const found = [];
      for await (const customer of customers.list({ limit: 1 })) found.push(customer.id);
      assert.equal(found.length, 2);
      return "2 customers on 2 pages";
    }),
    call("customers.delete", async () => {
      const { message } = await customers.delete({ customer_ids: [customerId] });
      assert.equal(message, "OK");
      await assert.rejects(customers.get(customerId));
      return `${message}; a get then is refused`;
    }),
    call("a wrong token", () => refused(stranger.customers.list(), AuthenticationError)),
  ];
}
