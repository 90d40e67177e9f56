import Stripe from "stripe";

const client = new Stripe("sk_test_1");
const { id } = await client.customers.create({ email: "ann@example.com", name: "Ann" });
const customer = await client.customers.retrieve(id);
const page = await client.customers.list({ limit: 100 });
await client.customers.del(id);
export const found: readonly (string | null | undefined)[] = [customer.deleted ? "" : customer.email, page.data[0]?.id];
