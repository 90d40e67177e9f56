// `require` of packages that are ES modules: Node 20.19 and later give what `import` would.
const { AuthenticationError, createAsiaBillClient } = require("@customer-clients/asiabill");
const { createAsiaBillApi } = require("@customer-clients/asiabill/api");
const { sign, verifyWebhook, WebhookVerificationError } = require("@customer-clients/asiabill/signing");
const { createFinanClient, NotFoundError } = require("@customer-clients/finan");
const { createFinanApi } = require("@customer-clients/finan/api");
const { canonicalString } = require("@customer-clients/finan/signing");
const { createLumyriClient } = require("@customer-clients/lumyri");
const { createLumyriApi } = require("@customer-clients/lumyri/api");
const lumyriSigning = require("@customer-clients/lumyri/signing");
const { createPingxxClient } = require("@customer-clients/pingxx");
const { createPingxxApi } = require("@customer-clients/pingxx/api");
const pingxxSigning = require("@customer-clients/pingxx/signing");
const assert = require("node:assert/strict");

const { urls, credentials } = JSON.parse(process.env.SANDBOX);
const asiabill = createAsiaBillClient({ ...credentials.asiabill, baseUrl: urls.asiabill });
const finan = createFinanClient({ ...credentials.finan, baseUrl: urls.finan });
const lumyri = createLumyriClient({ ...credentials.lumyri, baseUrl: urls.lumyri });
const pingxx = createPingxxClient({ ...credentials.pingxx, baseUrl: urls.pingxx });
const person = { first_name: "Phan", last_name: "Son", email: "home_address@lumyri.com" };

const calls = {
  async "asiabill customers.create"() {
    const { customerId } = await asiabill.customers.create({ email: "labdpno@163.com", firstName: "Smfrvi" });
    assert.equal((await asiabill.customers.get(customerId)).firstName, "Smfrvi");
  },
  async "asiabill /api GET"() {
    const api = createAsiaBillApi({ ...credentials.asiabill, baseUrl: urls.asiabill });
    const { data } = await api.GET("/V2022-03/customers", { params: { query: { pageSize: 10 } } });
    assert.equal(data.data.list.length, 1);
  },
  async "asiabill a wrong sign key"() {
    const stranger = createAsiaBillClient({ gatewayNo: "10000001", signKey: "wrong", baseUrl: urls.asiabill });
    await assert.rejects(async () => await stranger.customers.list(), AuthenticationError);
  },
  async "asiabill /signing verifyWebhook"() {
    const { gatewayNo, signKey } = credentials.asiabill;
    const [requestId, requestTime, version, rawBody] = ["1", String(Date.now()), "V2022-03", "{}"];
    const signature = await sign({ gatewayNo, requestId, requestTime, version, body: rawBody }, signKey);
    const headers = { "request-id": requestId, "request-time": requestTime, version, "sign-info": signature };
    assert.deepEqual(await verifyWebhook({ headers, rawBody, gatewayNo, signKey }), {});
    const forged = verifyWebhook({ headers, rawBody: "[]", gatewayNo, signKey });
    await assert.rejects(forged, WebhookVerificationError);
  },
  async "finan customers.create"() {
    const general_info = {
      name: "Nguyễn Văn B",
      customer_code: "1",
      phone: "0933456789",
      phone_code: "+84",
      type: "personal",
    };
    const { customer_id } = await finan.customers.create({ general_info });
    await finan.customers.delete(customer_id);
    await assert.rejects(finan.customers.get(customer_id), NotFoundError);
  },
  async "finan /api GET"() {
    const api = createFinanApi({ ...credentials.finan, baseUrl: urls.finan });
    assert.equal((await api.GET("/api/v1/customers")).response.status, 200);
  },
  async "finan /signing canonicalString"() {
    const parts = { secret: "s", method: "GET", path: "/api/v1/customers", timestamp: "1699999999" };
    assert.equal(canonicalString(parts), "s_GET_/api/v1/customers__1699999999");
  },
  async "lumyri customers.list"() {
    const { id } = await lumyri.customers.create(person);
    for await (const customer of lumyri.customers.list()) assert.equal(customer.id, id);
  },
  async "lumyri an abort"() {
    const controller = new AbortController();
    const reason = new Error("the user went away");
    const update = lumyri.customers.update("7c9e6679-7425-40de-944b-e07fc1f90ae7", person, {
      signal: controller.signal,
    });
    setTimeout(() => controller.abort(reason), 50);
    await assert.rejects(update, reason);
  },
  async "lumyri /api GET"() {
    const api = createLumyriApi({ ...credentials.lumyri, baseUrl: urls.lumyri });
    assert.equal((await api.GET("/users/customers")).response.status, 200);
  },
  async "lumyri /signing sign"() {
    assert.equal(lumyriSigning.sign("token"), "Bearer token");
  },
  async "pingxx customers.create"() {
    const card = { source: "tok_1", sms_code: { id: "sms_1", code: "123456" } };
    const { id } = await pingxx.customers.create({ app: "app_1Gqj58ynP0mHeX1q", ...card });
    assert.equal((await pingxx.customers.list({ limit: 1 })).items[0].id, id);
  },
  async "pingxx /api GET"() {
    const api = createPingxxApi({ ...credentials.pingxx, baseUrl: urls.pingxx });
    assert.equal((await api.GET("/v1/customers")).response.status, 200);
  },
  async "pingxx /signing verify"() {
    const { privateKey, publicKey } = credentials.pingxx;
    const parts = { target: "/v1/customers", timestamp: "1795289042" };
    assert.equal(await pingxxSigning.verify(parts, await pingxxSigning.sign(parts, privateKey), publicKey), true);
  },
};

async function main() {
  const results = [];
  for (const [name, call] of Object.entries(calls)) {
    const error = await call().then(() => undefined, String);
    results.push({ name, error });
  }
  console.log(JSON.stringify(results));
}
main();
