import { createAsiaBillClient } from "@customer-clients/asiabill";
import { createAsiaBillApi } from "@customer-clients/asiabill/api";
import type { ProviderCase } from "./provider.ts";

const credentials = { gatewayNo: "12246002", signKey: "asiabill/Sign+Key=" };
const body = {
  email: "zoe.quill@example.com",
  firstName: 'Zoë "Q"',
  lastName: "Öquist/Ng",
  phone: "13924343678",
  description: "夜间 only\nring twice",
};
const customer = { customerId: "cus_1526753334131306496" };
const success = (data: unknown) => ({ code: "00000", message: "success", data });
const path = "/V2022-03/customers/{customerId}";

export const asiabill: ProviderCase = {
  name: "AsiaBill",
  basePath: "",
  collection: "/V2022-03/customers",
  signatureHeader: "sign-info",
  signingHeaders: ["gateway-no", "request-id", "request-time", "sign-info"],
  secrets: [credentials.signKey, ...Object.values(body)],
  ways: {
    methods(options) {
      const { customers } = createAsiaBillClient({ ...credentials, ...options });
      return {
        create: (options) => customers.create(body, options),
        list: (options) => customers.list({ pageSize: 2 }, options),
        byId: { get: customers.get, delete: customers.delete },
      };
    },
    api(options) {
      const api = createAsiaBillApi({ ...credentials, ...options });
      return {
        create: (options) => api.POST("/V2022-03/customers", { body, ...options }),
        list: (options) => api.GET("/V2022-03/customers", { params: { query: { pageSize: 2 } }, ...options }),
        byId: {
          get: (customerId, options) => api.GET(path, { params: { path: { customerId } }, ...options }),
          delete: (customerId, options) => api.DELETE(path, { params: { path: { customerId } }, ...options }),
        },
      };
    },
  },
  answers: {
    create: success(customer),
    get: success(customer),
    list: success({ page: { pageIndex: 1, pageSize: 2, total: 1 }, list: [customer] }),
  },
  // Errors come with HTTP 200.
  refusal: (message, status = 200) => ({ status, body: { code: "P0001", message, data: null } }),
};
