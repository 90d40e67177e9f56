import { createAsiaBillClient } from "@customer-clients/asiabill";
import { createAsiaBillApi } from "@customer-clients/asiabill/api";
import { type Contender, credentials, customerId, enveloped, newCustomer, type Target } from "./contender.ts";

/** The client of `@customer-clients/asiabill`. */
export function ours({ baseUrl, fetch }: Target): Contender {
  const { customers } = createAsiaBillClient({ ...credentials, baseUrl, fetch });
  return {
    name: "customer-clients",
    isSigned: true,
    get: () => customers.get(customerId),
    create: () => customers.create(newCustomer),
    customerOf: (result) => result,
  };
}

/** The client of `@customer-clients/asiabill/api`. */
export function oursByPath({ baseUrl, fetch }: Target): Contender {
  const api = createAsiaBillApi({ ...credentials, baseUrl, fetch });
  return {
    name: "customer-clients, /api",
    isSigned: true,
    get: () => api.GET("/V2022-03/customers/{customerId}", { params: { path: { customerId } } }),
    create: () => api.POST("/V2022-03/customers", { body: newCustomer }),
    customerOf: (result) => enveloped(enveloped(result)),
  };
}
