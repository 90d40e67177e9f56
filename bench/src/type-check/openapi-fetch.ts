import type { paths } from "@customer-clients/asiabill/api";
import createClient from "openapi-fetch";

const client = createClient<paths>({ baseUrl: "https://example.com" });
const created = await client.POST("/V2022-03/customers", { body: { email: "ann@example.com", firstName: "Ann" } });
const params = { path: { customerId: created.data?.data.customerId ?? "" } };
const customer = await client.GET("/V2022-03/customers/{customerId}", { params });
const page = await client.GET("/V2022-03/customers", { params: { query: { pageSize: 100 } } });
await client.DELETE("/V2022-03/customers/{customerId}", { params });
export const found: readonly (string | undefined)[] = [customer.data?.data.email, page.data?.data.list[0]?.customerId];
