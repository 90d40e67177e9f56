import { generateKeyPairSync } from "node:crypto";
import { createPingxxClient } from "@customer-clients/pingxx";
import { createPingxxApi } from "@customer-clients/pingxx/api";
import type { ProviderCase } from "./provider.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const credentials = { apiKey: "sk_test_ibbTe5jLGCi5rzfH4OqPW9KC", privateKey };
const card = {
  source: "tok_BHTPMJCtIJ8HaqXBDr4ILeLJ",
  sms_code: { id: "sms_BHTPMJCpGc8qiKvva3OgBV2V", code: "493817" },
};
const personal = { description: '贵宾 "1号"', email: "wang.fang@example.com", metadata: { nick: "芳芳 & co" } };
const body = { app: "app_1Gqj58ynP0mHeX1q", ...card, ...personal };
const customer = { id: "cus_yvn1m5SCG4eLCy", object: "customer", livemode: false };
const path = "/v1/customers/{customerId}";
const sourcesPath = `${path}/sources` as const;
const sourcePath = `${sourcesPath}/{cardId}` as const;

export const pingxx: ProviderCase = {
  name: "Ping++",
  basePath: "",
  collection: "/v1/customers",
  signatureHeader: "pingplusplus-signature",
  signingHeaders: ["authorization", "pingplusplus-request-timestamp", "pingplusplus-signature"],
  secrets: [
    credentials.apiKey,
    Buffer.from(`${credentials.apiKey}:`).toString("base64"),
    card.source,
    card.sms_code.code,
    personal.description,
    personal.email,
    personal.metadata.nick,
  ],
  ways: {
    methods(options) {
      const { customers } = createPingxxClient({ ...credentials, ...options });
      const { sources } = customers;
      return {
        create: (options) => customers.create(body, options),
        list: (options) => customers.list({ limit: 2, created: { gt: 1, lte: 2 } }, options),
        byId: {
          get: (id, options) => customers.get(id, {}, options),
          update: (id, options) => customers.update(id, personal, options),
          delete: customers.delete,
          "sources.create": (id, options) => sources.create(id, card, options),
          "sources.list": (id, options) => sources.list(id, {}, options),
          "sources.get": (id, options) => sources.get("cus_1", id, options),
          "sources.delete": (id, options) => sources.delete("cus_1", id, options),
        },
      };
    },
    api(options) {
      const api = createPingxxApi({ ...credentials, ...options });
      const params = (customerId: string) => ({ params: { path: { customerId } } });
      const cardParams = (cardId: string) => ({ params: { path: { customerId: "cus_1", cardId } } });
      return {
        create: (options) => api.POST("/v1/customers", { body, ...options }),
        list: (options) =>
          api.GET("/v1/customers", { params: { query: { limit: 2, created: { gt: 1, lte: 2 } } }, ...options }),
        byId: {
          get: (id, options) => api.GET(path, { ...params(id), ...options }),
          update: (id, options) => api.PUT(path, { ...params(id), body: personal, ...options }),
          delete: (id, options) => api.DELETE(path, { ...params(id), ...options }),
          "sources.create": (id, options) => api.POST(sourcesPath, { ...params(id), body: card, ...options }),
          "sources.list": (id, options) => api.GET(sourcesPath, { ...params(id), ...options }),
          "sources.get": (id, options) => api.GET(sourcePath, { ...cardParams(id), ...options }),
          "sources.delete": (id, options) => api.DELETE(sourcePath, { ...cardParams(id), ...options }),
        },
      };
    },
  },
  answers: {
    create: customer,
    get: customer,
    list: { object: "list", url: "/v1/customers", has_more: false, data: [customer] },
  },
  refusal: (message, status = 400) => ({ status, body: { error: { type: "invalid_request_error", message } } }),
};
