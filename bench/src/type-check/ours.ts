import { createAsiaBillClient } from "@customer-clients/asiabill";

const client = createAsiaBillClient({ gatewayNo: "12246002", signKey: "key", environment: "sandbox" });
const { customerId } = await client.customers.create({ email: "ann@example.com", firstName: "Ann" });
const customer = await client.customers.get(customerId);
const page = await client.customers.list({ pageSize: 100 });
await client.customers.delete(customerId);
export const found: readonly (string | undefined)[] = [customer.email, page.items[0]?.customerId];
