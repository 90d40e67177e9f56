import { type CustomerCreate, createFinanClient } from "@customer-clients/finan";
import { createFinanApi } from "@customer-clients/finan/api";
import type { ProviderCase } from "./provider.ts";

const credentials = { clientId: "finan-client-4711", secret: "finan%Secret'4711" };
const general_info = {
  name: "Nguyễn Văn O'Bình",
  customer_code: "CUST20231122",
  phone: "0933456789",
  phone_code: "+84",
  email: "binh.nguyen@example.com",
  type: "personal",
  tax_id: "tax-20-31",
} as const;
const address = { address: '12\\3 "Hẻm" Lê Lợi', province: "Hồ Chí Minh" };
const bank_accounts = [{ account_number: "9704 1234", account_holder_name: "NGUYEN BINH" }];
const body: CustomerCreate = { general_info, address, bank_accounts };
const customer = { customer_id: "550e8400-e29b-41d4-a716-446655440000" };
const message = (content: string) => ({ content, title: "" });
const success = (data: unknown) => ({ message: message("ok"), code: 102000, request_id: "4f6c", data });
const path = "/api/v1/customers/{customer_id}";

export const finan: ProviderCase = {
  name: "Finan",
  basePath: "/open",
  collection: "/api/v1/customers",
  signatureHeader: "x-signature",
  signingHeaders: ["x-client-id", "x-signature", "x-timestamp"],
  secrets: [
    credentials.secret,
    general_info.name,
    general_info.phone,
    general_info.email,
    general_info.tax_id,
    ...Object.values(address),
    ...bank_accounts.flatMap((account) => Object.values(account)),
  ],
  ways: {
    methods(options) {
      const { customers } = createFinanClient({ ...credentials, ...options });
      return {
        create: (options) => customers.create(body, options),
        list: (options) => customers.list(options),
        byId: {
          get: customers.get,
          update: (id, options) => customers.update(id, body, options),
          delete: customers.delete,
        },
      };
    },
    api(options) {
      const api = createFinanApi({ ...credentials, ...options });
      const params = (customer_id: string) => ({ params: { path: { customer_id } } });
      return {
        create: (options) => api.POST("/api/v1/customers", { body, ...options }),
        list: (options) => api.GET("/api/v1/customers", { ...options }),
        byId: {
          get: (id, options) => api.GET(path, { ...params(id), ...options }),
          update: (id, options) => api.PUT(path, { ...params(id), body, ...options }),
          delete: (id, options) => api.DELETE(path, { ...params(id), ...options }),
        },
      };
    },
  },
  answers: { create: success(customer), get: success(customer), list: success([customer]) },
  refusal: (text, status = 200) => ({
    status,
    body: { message: message(text), code: 104000, request_id: "4f6d", data: null },
  }),
};
