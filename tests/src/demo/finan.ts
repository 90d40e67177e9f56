import assert from "node:assert/strict";
import { AuthenticationError, createFinanClient, type FinanOptions } from "@customer-clients/finan";
import { refused, type Step, step } from "./step.ts";

/** The life of a customer at Finan. */
export function finanSteps(options: FinanOptions): Step[] {
  const { customers } = createFinanClient(options);
  const stranger = createFinanClient({ ...options, secret: "not-the-secret" });
  const general_info = {
    name: "Nguyễn Văn B",
    customer_code: "CUST20231122",
    phone: "0933456789",
    phone_code: "+84",
    type: "personal",
  } as const;
  let customerId = "";
  const call = step.bind(undefined, "Finan");
  return [
    call("customers.create", async () => {
      const address = { country: "Vietnam", province: "Hồ Chí Minh" };
      ({ customer_id: customerId } = await customers.create({ general_info, address }));
      return customerId;
    }),
    call("customers.get", async () => {
      const customer = await customers.get(customerId);
      assert.equal(customer.general_info?.name, general_info.name);
      return `the same customer, ${customer.general_info?.name}`;
    }),
    call("customers.update", async () => {
      await customers.update(customerId, { general_info: { ...general_info, custom_tag: "VIP" } });
      const customer = await customers.get(customerId);
      assert.equal(customer.general_info?.custom_tag, "VIP");
      assert.equal(customer.address?.country, undefined);
      return "replaced: the tag is there, the address is cleared";
    }),
    call("customers.list", async () => {
      const page = await customers.list();
      assert.deepEqual(
        page.items.map((customer) => customer.customer_id),
        [customerId],
      );
      return "1 customer";
    }),
    call("customers.delete", async () => {
      assert.equal(await customers.delete(customerId), "success");
      await assert.rejects(customers.get(customerId));
      return "success; a get then is refused";
    }),
    call("a wrong secret", () => refused(stranger.customers.list(), AuthenticationError)),
  ];
}
