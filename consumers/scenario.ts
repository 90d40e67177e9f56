// What every consumer does: it calls each provider's sandbox, signed in that provider's way, through all three entries of
// the package, and meets errors, a time limit and an abort on the way.
import * as asiabill from "@customer-clients/asiabill";
import { createAsiaBillApi } from "@customer-clients/asiabill/api";
import * as asiabillSigning from "@customer-clients/asiabill/signing";
import * as finan from "@customer-clients/finan";
import { createFinanApi } from "@customer-clients/finan/api";
import * as finanSigning from "@customer-clients/finan/signing";
import * as lumyri from "@customer-clients/lumyri";
import { createLumyriApi } from "@customer-clients/lumyri/api";
import * as lumyriSigning from "@customer-clients/lumyri/signing";
import * as pingxx from "@customer-clients/pingxx";
import { createPingxxApi } from "@customer-clients/pingxx/api";
import * as pingxxSigning from "@customer-clients/pingxx/signing";

/** Where the sandbox is, and how to send to it. It never answers Lumyri's update in time. */
export interface Sandbox {
  readonly urls: Readonly<Record<"asiabill" | "finan" | "lumyri" | "pingxx", string>>;
  readonly credentials: {
    readonly asiabill: { readonly gatewayNo: string; readonly signKey: string };
    readonly finan: { readonly clientId: string; readonly secret: string };
    readonly lumyri: { readonly accessToken: string; readonly appId: string };
    readonly pingxx: { readonly apiKey: string; readonly privateKey: string; readonly publicKey: string };
  };
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
}

/** One call and how it went. */
export interface Call {
  readonly name: string;
  /** What went wrong; nothing did where it is missing. */
  readonly error?: string;
}

type MakeCall = (name: string, work: () => Promise<void>) => Promise<void>;

/** Makes the calls, one after the other. */
export async function scenario(sandbox: Sandbox): Promise<Call[]> {
  const calls: Call[] = [];
  const call: MakeCall = async (name, work) => {
    try {
      await work();
      calls.push({ name });
    } catch (error) {
      calls.push({ name, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  };
  await callAsiaBill(sandbox, call);
  await callFinan(sandbox, call);
  await callLumyri(sandbox, call);
  await callPingxx(sandbox, call);
  return calls;
}

/** HMAC-SHA256. */
async function callAsiaBill({ urls, credentials, fetch }: Sandbox, call: MakeCall): Promise<void> {
  const options = { ...credentials.asiabill, baseUrl: urls.asiabill, fetch };
  const { customers } = asiabill.createAsiaBillClient(options);
  let customerId = "";
  await call("asiabill customers.create", async () => {
    ({ customerId } = await customers.create({ email: "labdpno@163.com", firstName: "Smfrvi" }));
    await customers.create({ firstName: "李" });
  });
  await call("asiabill customers.list", async () => {
    const found: string[] = [];
    for await (const customer of customers.list({ pageSize: 1 })) found.push(customer.customerId);
    equal(found.length, 2);
  });
  await call("asiabill /api GET", async () => {
    const path = { customerId };
    const { data, error } = await createAsiaBillApi(options).GET("/V2022-03/customers/{customerId}", {
      params: { path },
    });
    equal(error, undefined);
    equal(data?.data?.email, "labdpno@163.com");
  });
  await call("asiabill an error inside 200", async () => {
    await customers.delete(customerId);
    await refused(customers.get(customerId), asiabill.InvalidRequestError);
  });
  await call("asiabill a wrong sign key", () => {
    const stranger = asiabill.createAsiaBillClient({ ...options, signKey: "not-the-sign-key" });
    return refused(stranger.customers.list(), asiabill.AuthenticationError);
  });
  await call("asiabill /signing verifyWebhook", async () => {
    const { gatewayNo, signKey } = credentials.asiabill;
    const rawBody = '{"type":"customer.created"}';
    const [requestId, requestTime, version] = ["58675", String(Date.now()), "V2022-03"] as const;
    const parts = { gatewayNo, requestId, requestTime, version, body: rawBody };
    const headers = {
      "request-id": requestId,
      "request-time": requestTime,
      version,
      "sign-info": await asiabillSigning.sign(parts, signKey),
    };
    const webhook = { headers, rawBody, gatewayNo, signKey };
    equal((await asiabillSigning.verifyWebhook<{ type: string }>(webhook)).type, "customer.created");
    const forged = asiabillSigning.verifyWebhook({ ...webhook, rawBody: '{"type":"customer.deleted"}' });
    await refused(forged, asiabillSigning.WebhookVerificationError);
  });
}

/** SHA-256 over a text that begins with the secret. */
async function callFinan({ urls, credentials, fetch }: Sandbox, call: MakeCall): Promise<void> {
  const options = { ...credentials.finan, baseUrl: urls.finan, fetch };
  const { customers } = finan.createFinanClient(options);
  const name = "Nguyễn Văn B";
  const general_info = {
    name,
    customer_code: "CUST20231122",
    phone: "0933456789",
    phone_code: "+84",
    type: "personal",
  } as const;
  let customer_id = "";
  await call("finan customers.create", async () => {
    ({ customer_id } = await customers.create({ general_info }));
  });
  await call("finan customers.update", async () => {
    await customers.update(customer_id, { general_info: { ...general_info, custom_tag: "VIP" } });
    equal((await customers.list()).items[0]?.general_info?.custom_tag, "VIP");
  });
  await call("finan /api GET", async () => {
    const path = { customer_id };
    const { data } = await createFinanApi(options).GET("/api/v1/customers/{customer_id}", { params: { path } });
    equal(data?.data?.general_info?.name, name);
  });
  await call("finan an error", async () => {
    await customers.delete(customer_id);
    await refused(customers.get(customer_id), finan.NotFoundError);
  });
  await call("finan a wrong secret", () => {
    const stranger = finan.createFinanClient({ ...options, secret: "not-the-secret" });
    return refused(stranger.customers.list(), finan.AuthenticationError);
  });
  await call("finan /signing sign", async () => {
    const parts = { secret: "s", method: "GET", path: "/api/v1/customers", timestamp: "1699999999" };
    equal(finanSigning.canonicalString(parts), "s_GET_/api/v1/customers__1699999999");
    equal(/^[0-9a-f]{64}$/.test(await finanSigning.sign(parts)), true);
  });
}

/** A bearer token; its update is the call that gets no answer. */
async function callLumyri({ urls, credentials, fetch }: Sandbox, call: MakeCall): Promise<void> {
  const accessToken = async () => credentials.lumyri.accessToken;
  const options = { accessToken, appId: credentials.lumyri.appId, baseUrl: urls.lumyri, fetch };
  const { customers } = lumyri.createLumyriClient(options);
  const person = { first_name: "Phan", last_name: "Son", email: "home_address@lumyri.com" };
  let customerId = "";
  await call("lumyri customers.create", async () => {
    ({ id: customerId } = await customers.create(person));
  });
  await call("lumyri an abort", async () => {
    const controller = new AbortController();
    const reason = new Error("the user went away");
    const update = customers.update(customerId, person, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 50);
    equal(await update.catch((error: unknown) => error), reason);
  });
  await call("lumyri a time limit", () =>
    refused(customers.update(customerId, person, { timeoutMs: 50, maxRetries: 0 }), lumyri.TimeoutError),
  );
  await call("lumyri /api GET", async () => {
    const path = { customerId };
    const { data } = await createLumyriApi(options).GET("/users/customers/{customerId}", { params: { path } });
    equal(data?.first_name, "Phan");
  });
  await call("lumyri customers.delete", async () => {
    equal((await customers.delete({ customer_ids: [customerId] })).message, "OK");
    await refused(customers.get(customerId), lumyri.NotFoundError);
  });
  await call("lumyri a wrong token", () => {
    const stranger = lumyri.createLumyriClient({ ...options, accessToken: "not-a-token" });
    return refused(stranger.customers.list(), lumyri.AuthenticationError);
  });
  await call("lumyri /signing sign", async () => equal(lumyriSigning.sign("token"), "Bearer token"));
}

/** HTTP Basic, and RSA-SHA256 with the merchant's private key. */
async function callPingxx({ urls, credentials, fetch }: Sandbox, call: MakeCall): Promise<void> {
  const { apiKey, privateKey, publicKey } = credentials.pingxx;
  const options = { apiKey, privateKey, baseUrl: urls.pingxx, fetch };
  const { customers } = pingxx.createPingxxClient(options);
  let customerId = "";
  await call("pingxx customers.create", async () => {
    const card = { source: "tok_1", sms_code: { id: "sms_1", code: "123456" } };
    ({ id: customerId } = await customers.create({ app: "app_1Gqj58ynP0mHeX1q", ...card, metadata: { plan: "金" } }));
  });
  await call("pingxx customers.update", async () => {
    const { description } = await customers.update(customerId, { description: "贵宾" });
    equal(description, "贵宾");
  });
  await call("pingxx customers.list", async () => {
    const page = await customers.list({ limit: 10, created: { gt: 1 } });
    equal(page.items[0]?.id, customerId);
    equal(await page.nextPage(), undefined);
  });
  await call("pingxx /api GET", async () => {
    const path = { customerId };
    const { data } = await createPingxxApi(options).GET("/v1/customers/{customerId}", { params: { path } });
    equal(data?.id, customerId);
  });
  await call("pingxx an error", async () => {
    await customers.delete(customerId);
    await refused(customers.get(customerId), pingxx.NotFoundError);
  });
  await call("pingxx no request signature", () => {
    const unsigned = pingxx.createPingxxClient({ apiKey, baseUrl: urls.pingxx, fetch });
    return refused(unsigned.customers.list(), pingxx.AuthenticationError);
  });
  await call("pingxx /signing verifyWebhook", async () => {
    const rawBody = '{"type":"customer.created"}';
    const signature = await pingxxSigning.sign({ body: rawBody, target: "", timestamp: "" }, privateKey);
    const webhook = { headers: { "x-pingplusplus-signature": signature }, rawBody, publicKey };
    equal((await pingxxSigning.verifyWebhook<{ type: string }>(webhook)).type, "customer.created");
    const forged = pingxxSigning.verifyWebhook({ ...webhook, rawBody: '{"type":"customer.deleted"}' });
    await refused(forged, pingxxSigning.WebhookVerificationError);
  });
}

function equal(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`expected ${expected}, found ${actual}`);
}

async function refused(
  work: PromiseLike<unknown>,
  expected: abstract new (...values: never[]) => Error,
): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof expected) return;
    throw error;
  }
  throw new Error(`expected ${expected.name}, found an answer`);
}
