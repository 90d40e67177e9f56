// Requests that no client made: the sandbox takes what the documented rule signs, and nothing else.
import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { Sandbox } from "@customer-clients/sandbox";
import { startSandbox } from "@customer-clients/sandbox/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signAsiaBill, signFinan, signPingxx } from "./sign.ts";

function keyPair() {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}
const { publicKey, privateKey } = keyPair();
const apiKey = "sk_test_RawRequests0000000000000";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ credentials: { pingxx: { apiKey, publicKey } } });
  // Stopped: however slow the machine, no time runs out.
  sandbox.clock.set(Date.UTC(2026, 0, 1, 12));
});
afterAll(() => sandbox.close());

type Headers = Readonly<Record<string, string>>;

/** What a signature differs in from a right one: its time, or other credentials. */
type Difference = { readonly later?: number } & Readonly<Record<string, string | number>>;

/** The sandbox's clock in Unix seconds. */
function seconds(later = 0): string {
  return String(sandbox.clock.now() / 1_000 + later);
}

function unsigned(method: string, target: string, body = "") {
  return { method, target, body: Buffer.from(body) };
}

/** Sends a request to a path of a provider's host, and gives its status and parsed body. */
async function send(
  provider: "asiabill" | "finan" | "lumyri" | "pingxx",
  method: string,
  target: string,
  headers: Headers,
  body = "",
) {
  const response = await fetch(new URL(sandbox.urls[provider]).origin + target, {
    method,
    headers: { "content-type": "application/json; charset=UTF-8", ...headers },
    ...(body && { body }),
  });
  return { status: response.status, body: await response.json() };
}

describe("AsiaBill", () => {
  const path = "/V2022-03/customers";
  const body = '{"firstName":"Zoë \\"Q\\"",  "description":"夜"}';
  const signed = (method: string, target: string, body = "", { later = 0, ...other }: Difference = {}) =>
    signAsiaBill(
      unsigned(method, target, body),
      { ...sandbox.credentials.asiabill, ...other },
      randomUUID(),
      String(sandbox.clock.now() + later),
    );

  test("takes create, list, get and delete that are signed by the rule", async () => {
    const call = async (method: string, target: string, body = "") =>
      (await send("asiabill", method, target, signed(method, target, body), body)).body;
    const created = await call("POST", path, body);
    expect(created).toMatchObject({ code: "00000", data: { firstName: 'Zoë "Q"', description: "夜" } });
    const one = `${path}/${created.data.customerId}`;
    expect((await call("GET", one)).data).toEqual(created.data);
    expect((await call("GET", `${path}?pageSize=100&pageIndex=1`)).data.page).toEqual({
      pageIndex: 1,
      pageSize: 100,
      total: 1,
    });
    expect((await call("GET", path)).data.list).toHaveLength(1);
    expect(await call("DELETE", one)).toMatchObject({ code: "00000", data: null });
  });

  test.each([
    ["another body", () => signed("POST", path, `${body} `), "L0005"],
    ["another path", () => signed("POST", `${path}/cus_1`, body), "L0005"],
    ["a query that isn't there", () => signed("POST", `${path}?a=1`, body), "L0005"],
    ["a signature that is cut", () => ({ ...signed("POST", path, body), "sign-info": "00" }), "L0005"],
    ["the wrong key", () => signed("POST", path, body, { signKey: "x" }), "L0005"],
    ["another gateway", () => signed("POST", path, body, { gatewayNo: "99999999" }), "L0001"],
    ["a time more than 10 minutes ago", () => signed("POST", path, body, { later: -600_001 }), "L0003"],
    ["a time in more than 10 minutes", () => signed("POST", path, body, { later: 600_001 }), "L0003"],
    ["the time of another request", () => ({ ...signed("POST", path, body), "request-time": seconds() }), "L0003"],
    ["the id of another request", () => ({ ...signed("POST", path, body), "request-id": "58675" }), "L0005"],
  ])("refuses %s", async (_, headers, code) => {
    const { status, body: answer } = await send("asiabill", "POST", path, headers(), body);
    expect([status, answer.code]).toEqual([200, code]);
  });

  test("refuses the same request a second time", async () => {
    const headers = signed("POST", path, body);
    expect((await send("asiabill", "POST", path, headers, body)).body.code).toBe("00000");
    expect((await send("asiabill", "POST", path, headers, body)).body.code).toBe("L0004");
  });
});

describe("Finan", () => {
  const path = "/open/api/v1/customers";
  const general_info = { name: "Nguyễn Văn B", customer_code: "RAW", phone: "1", phone_code: "+84", type: "personal" };
  const body = JSON.stringify({ general_info });
  const signed = (method: string, target: string, body = "", { later = 0, ...other }: Difference = {}) =>
    signFinan(unsigned(method, target, body), { ...sandbox.credentials.finan, ...other }, seconds(later));

  test("takes create, get, update, list and delete that are signed by the rule", async () => {
    const call = async (method: string, target: string, body = "") =>
      (await send("finan", method, target, signed(method, target, body), body)).body;
    const created = await call("POST", path, body);
    expect(created).toMatchObject({ code: 102001, data: { general_info } });
    const one = `${path}/${created.data.customer_id}`;
    expect((await call("GET", one)).data).toEqual(created.data);
    expect((await call("PUT", one, body)).code).toBe(102000);
    expect((await call("GET", path)).data).toHaveLength(1);
    expect((await call("DELETE", one)).data).toBe("success");
  });

  test.each([
    ["another body", () => signed("POST", path, `${body} `)],
    ["another method", () => signed("PUT", path, body)],
    ["the path with the /open that doesn't count", () => signed("POST", `/open${path}`, body)],
    ["a time more than 30 seconds ago", () => signed("POST", path, body, { later: -31 })],
    ["a time in more than 30 seconds", () => signed("POST", path, body, { later: 31 })],
    [
      "a time in milliseconds",
      () => signFinan(unsigned("POST", path, body), sandbox.credentials.finan, `${seconds()}000`),
    ],
    ["the wrong secret", () => signed("POST", path, body, { secret: "x" })],
    ["another client id", () => signed("POST", path, body, { clientId: "x" })],
  ])("refuses %s", async (_, headers) => {
    const { status, body: answer } = await send("finan", "POST", path, headers(), body);
    expect([status, answer.code]).toEqual([401, 104001]);
  });
});

describe("Lumyri", () => {
  const path = "/users/customers";
  const body = '{"first_name":"Phan","last_name":"Sơn","email":"raw@example.com"}';

  test("takes the token as Bearer, and as the user name of Basic", async () => {
    const { accessToken, appId } = sandbox.credentials.lumyri;
    const basic = Buffer.from(`${accessToken}:`).toString("base64");
    for (const authorization of [`Bearer ${accessToken}`, `Basic ${basic}`]) {
      const headers = { authorization, "x-app-id": appId };
      expect((await send("lumyri", "POST", path, headers, body)).status).toBe(201);
    }
  });

  test.each([{}, { authorization: "Bearer x" }, { authorization: "Bearer" }])("refuses %j", async (authorization) => {
    const headers: Headers = { "x-app-id": sandbox.credentials.lumyri.appId, ...authorization };
    expect((await send("lumyri", "POST", path, headers, body)).status).toBe(401);
  });
});

describe("Ping++", () => {
  const path = "/v1/customers";
  const card = { source: "tok_raw", sms_code: { id: "sms_1", code: "123456" } };
  const body = JSON.stringify({ app: "app_1", ...card, description: "贵宾" });
  const authorization = `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`;
  const signed = (method: string, target: string, body = "", key = privateKey) => ({
    authorization,
    ...signPingxx(unsigned(method, target, body), key, seconds()),
  });

  test("takes every operation that is signed by the rule", async () => {
    const call = async (method: string, target: string, body = "") =>
      (await send("pingxx", method, target, signed(method, target, body), body)).body;
    const { id, default_source } = await call("POST", path, body);
    const one = `${path}/${id}`;
    expect((await call("GET", `${one}?expand[]=app`)).app).toMatchObject({ id: "app_1" });
    expect((await call("PUT", one, '{"email":"raw@example.com"}')).email).toBe("raw@example.com");
    expect((await call("GET", `${path}?limit=1&created[gte]=1`)).data).toHaveLength(1);
    const bound = await call("POST", `${one}/sources`, JSON.stringify(card));
    const { data } = await call("GET", `${one}/sources`);
    expect(data.map((card: { id: string }) => card.id)).toEqual([bound.id, default_source]);
    expect(await call("GET", `${one}/sources/${bound.id}`)).toEqual(bound);
    expect(await call("DELETE", `${one}/sources/${bound.id}`)).toEqual({ deleted: true, id: bound.id });
    expect(await call("DELETE", one)).toEqual({ deleted: true, id });
  });

  test.each([
    ["no signature", () => ({ authorization })],
    ["another body", () => signed("POST", path, `${body} `)],
    ["another path", () => signed("POST", `${path}/cus_1`, body)],
    ["another key", () => signed("POST", path, body, keyPair().privateKey)],
    ["another time", () => ({ ...signed("POST", path, body), "pingplusplus-request-timestamp": seconds(9) })],
    ["another API key", () => ({ ...signed("POST", path, body), authorization: "Bearer sk_test_x" })],
  ])("refuses %s", async (_, headers) => {
    const { status, body: answer } = await send("pingxx", "POST", path, headers(), body);
    expect([status, answer.error.type]).toEqual([401, "invalid_request_error"]);
  });
});
