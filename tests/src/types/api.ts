// What a compiler says to code that uses the entries /api and /signing. Never run: the number behind @ts-expect-error is the error's.
import { createAsiaBillApi } from "@customer-clients/asiabill/api";
import { canonicalString, sign } from "@customer-clients/asiabill/signing";
import { createLumyriApi } from "@customer-clients/lumyri/api";
import { createPingxxApi } from "@customer-clients/pingxx/api";

const path = "/V2022-03/customers/{customerId}";
const params = { path: { customerId: "cus_1" } };

export async function asiabill(): Promise<void> {
  const api = createAsiaBillApi({ gatewayNo: "12246002", signKey: "key" });
  const { data, error, response } = await api.GET(path, { params });
  const status: number = response.status;
  // The envelope is kept; data and error exclude each other.
  const email: string | undefined = data?.data.email;
  if (error) {
    const code: string = error.code;
    const nothing: undefined = data;
    console.log(code, nothing);
  }
  // @ts-expect-error 2339: the customer is in data.data
  console.log(status, email, data?.customerId);
  await api.GET("/V2022-03/customers", { params: { query: { pageIndex: 1 } }, timeoutMs: 1, maxRetries: 0 });
  await api.GET("/V2022-03/customers");
  const { signal } = new AbortController();
  await api.POST("/V2022-03/customers", { body: { firstName: "A" }, headers: { a: "b", c: undefined }, signal });
  await api.POST("/V2022-03/customers", { body: {}, headers: new Headers() });
  // An open enum is a text, and what is always null is there.
  const deleted = (await api.DELETE(path, { params })).data;
  const code: string | undefined = deleted?.code;
  const nothing: null | undefined = deleted?.data;
  const text: string | undefined = (await api.GET(path, { params, parseAs: "text" })).data;
  console.log(code, nothing, text);
  // @ts-expect-error 2345: no such path
  await api.GET("/V2022-03/customer");
  // @ts-expect-error 2345: no such method there
  await api.PUT(path, { params });
  // @ts-expect-error 2554: a path parameter is missing
  await api.GET(path);
  // @ts-expect-error 2561: a misspelt path parameter
  await api.GET(path, { params: { path: { customerID: "cus_1" } } });
  // @ts-expect-error 2353: a misspelt query parameter
  await api.GET("/V2022-03/customers", { params: { query: { pageNumber: 1 } } });
  // @ts-expect-error 2322: a number is no phone number
  await api.POST("/V2022-03/customers", { body: { phone: 1 } });
  // @ts-expect-error 2554: no body
  await api.POST("/V2022-03/customers");
  // @ts-expect-error 2561: a misspelt field
  await api.POST("/V2022-03/customers", { body: { fristName: "A" } });
  // @ts-expect-error 2353: an option that would go round the pipeline
  await api.GET(path, { params, baseUrl: "https://example.com" });
  // @ts-expect-error 2322: milliseconds are a number
  await api.GET(path, { params, timeoutMs: "1" });
}

export async function others(): Promise<void> {
  const lumyri = createLumyriApi({ accessToken: "t", appId: "a", environment: "staging" });
  const deleted = await lumyri.DELETE("/users/customers", { body: { customer_ids: ["c1"] } });
  const none: null | undefined = deleted.data?.error;
  // @ts-expect-error 2322: ids are texts
  await lumyri.DELETE("/users/customers", { body: { customer_ids: [1] } });
  const pingxx = createPingxxApi({ apiKey: "sk_test_1" });
  const header = { "Accept-Language": "zh-CN" } as const;
  const { error } = await pingxx.GET("/v1/customers", { params: { query: { created: { gt: 1 } }, header } });
  const type: string | undefined = error?.error.type;
  console.log(none, type?.toUpperCase());
  // @ts-expect-error 2322: a wrong enum value
  await pingxx.GET("/v1/customers", { params: { header: { "Accept-Language": "vi" } } });
}

export async function signing(): Promise<string> {
  const parts = { gatewayNo: "12246002", requestId: "1", requestTime: "1", query: new URLSearchParams("a=b") };
  // @ts-expect-error 2345 or 2741: no time
  canonicalString({ gatewayNo: "12246002", requestId: "1" });
  const text: string = canonicalString(parts);
  // At once on Node, as a promise elsewhere.
  const signature: string | Promise<string> = sign(parts, "key");
  return text + (await signature);
}
