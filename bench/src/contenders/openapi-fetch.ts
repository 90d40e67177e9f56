import type { paths } from "@customer-clients/asiabill/api";
import createClient, { type Client, type Middleware } from "openapi-fetch";
import { type Contender, customerId, enveloped, newCustomer, type Target } from "./contender.ts";
import { signedHeaders, valuesByName } from "./signature.ts";

/** openapi-fetch with a middleware that signs. */
export function openapiFetchSigned(target: Target): Contender {
  const client = createClient<paths>(target);
  client.use(signing);
  return { ...callsOf(client), name: "openapi-fetch, signing middleware", isSigned: true };
}

/** openapi-fetch as it comes: it does not sign. */
export function openapiFetch(target: Target): Contender {
  return { ...callsOf(createClient<paths>(target)), name: "openapi-fetch, unsigned", isSigned: false };
}

// As fast as its place allows: parameters come from the call, headers are set on the request that is there, and a body, which
// middleware can only get back from the request, is read where there is one.
const signing: Middleware = {
  async onRequest({ request, params }) {
    const body = request.body ? await request.clone().text() : "";
    const headers = signedHeaders([valuesByName(params.path), valuesByName(params.query), body]);
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  },
};

function callsOf(client: Client<paths>): Pick<Contender, "get" | "create" | "customerOf"> {
  return {
    get: () => client.GET("/V2022-03/customers/{customerId}", { params: { path: { customerId } } }),
    create: () => client.POST("/V2022-03/customers", { body: newCustomer }),
    customerOf: (result) => enveloped(enveloped(result)),
  };
}
