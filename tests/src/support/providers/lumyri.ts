import { type CustomerCreate, createLumyriClient } from "@customer-clients/lumyri";
import { createLumyriApi } from "@customer-clients/lumyri/api";
import type { ProviderCase } from "./provider.ts";

const appId = "5a9d8b0e-0c1f-4e4b-9f57-2f1a6c3d7e80";
const token = "lumyri.access/Token+==";
const body = {
  first_name: "Phan",
  last_name: 'Sơn "15"',
  email: "phan.son@example.com",
  phone: "+84 933 456",
  address: [{ category: "Home", location: { name: "7 Phố Huế" } }],
} satisfies CustomerCreate;
const customer = { id: "c1", first_name: "A", last_name: "B", email: "c@example.com", company_id: "d", app_id: appId };
const path = "/users/customers/{customerId}";

export const lumyri: ProviderCase = {
  name: "Lumyri",
  basePath: "",
  collection: "/users/customers",
  signatureHeader: "authorization",
  signingHeaders: ["authorization", "x-app-id"],
  secrets: [token, body.first_name, body.last_name, body.email, body.phone, "7 Phố Huế"],
  ways: {
    methods(options) {
      const { customers } = createLumyriClient({ accessToken: tokens(), appId, ...options });
      return {
        create: (options) => customers.create(body, options),
        list: (options) => customers.list({ search: body.email }, options),
        byId: { get: customers.get, update: (id, options) => customers.update(id, body, options) },
      };
    },
    api(options) {
      const api = createLumyriApi({ accessToken: tokens(), appId, ...options });
      const params = (customerId: string) => ({ params: { path: { customerId } } });
      return {
        create: (options) => api.POST("/users/customers", { body, ...options }),
        list: (options) => api.GET("/users/customers", { params: { query: { search: body.email } }, ...options }),
        byId: {
          get: (id, options) => api.GET(path, { ...params(id), ...options }),
          update: (id, options) => api.PUT(path, { ...params(id), body, ...options }),
        },
      };
    },
  },
  answers: {
    create: { error: null, data: customer },
    get: customer,
    list: { error: null, data: { total: 1, per_page: 10, current_page: 1, last_page: 1, data: [customer] } },
  },
  refusal: (message, status = 200) => ({ status, body: { error: { code: "E1", message }, data: null } }),
};

/** A token that is renewed at each attempt. */
function tokens(): () => string {
  let count = 0;
  return () => `${token}${count++}`;
}
