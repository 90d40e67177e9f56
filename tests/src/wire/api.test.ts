// What openapi-fetch does by itself that would hurt here, and what `/api` does in its place.
import { createAsiaBillApi } from "@customer-clients/asiabill/api";
import { InvalidArgumentError, InvalidResponseError, ServerError } from "@customer-clients/core";
import { createLumyriApi } from "@customer-clients/lumyri/api";
import { createPingxxApi } from "@customer-clients/pingxx/api";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { asiabill } from "../support/providers/asiabill.ts";
import { json, nothing, serve, text } from "../support/server.ts";

const path = "/V2022-03/customers/{customerId}";
const customers = "/V2022-03/customers";
const params = { path: { customerId: "cus_1" } };

function apiOf(baseUrl: string) {
  return createAsiaBillApi({ gatewayNo: "12246002", signKey: "k", maxRetries: 0, baseUrl });
}

describe("errors", () => {
  test("an empty 5xx throws: there is no `error: undefined` that looks like a success", async () => {
    const server = await serve(nothing(500, { "content-length": "0" }));
    expect(await failure(apiOf(server.url).GET(path, { params }))).toBeInstanceOf(ServerError);
  });

  test("a 204 where a body is due throws: there is no `data: undefined`", async () => {
    const server = await serve(nothing(204));
    expect(await failure(apiOf(server.url).GET(path, { params }))).toBeInstanceOf(InvalidResponseError);
  });

  test("a provider's error in HTTP 200 is in `error`, its envelope kept, and not in `data`", async () => {
    const body = { code: "P0002", message: "phone is too long", data: null };
    const server = await serve(json(body, 200, { "response-id": "58675" }));
    const { data, error, response } = await apiOf(server.url).GET(path, { params });
    expect({ data, error }).toEqual({ data: undefined, error: body });
    expect(response.status).toBe(200);
    expect(response.headers.get("response-id")).toBe("58675");
  });

  test("a success is in `data`, its envelope kept", async () => {
    const server = await serve(json(asiabill.answers.get, 200, { "response-id": "58675" }));
    const { data, error, response } = await apiOf(server.url).GET(path, { params });
    expect({ data, error }).toEqual({ data: asiabill.answers.get, error: undefined });
    expect(response.headers.get("response-id")).toBe("58675");
  });
});

describe("arguments", () => {
  test.each(["..", ".", "", "a/b", "%2e%2e"])("DELETE with the id %j sends nothing", async (customerId) => {
    const server = await serve(json(asiabill.answers.get));
    expect(await failure(apiOf(server.url).DELETE(path, { params: { path: { customerId } } }))).toBeInstanceOf(
      InvalidArgumentError,
    );
    expect(server.requests).toEqual([]);
  });

  test("nested query values are flattened, and signed as they are sent", async () => {
    const server = await serve(json({ object: "list", has_more: false, data: [] }));
    const api = createPingxxApi({ apiKey: "sk_test_key", baseUrl: server.url });
    const query = { created: { gt: 1, lte: 2 }, "expand[]": ["app", "default_source"] as ("app" | "default_source")[] };
    await api.GET("/v1/customers", { params: { query } });
    const odd = { created: { gt: { deeper: [1, { still: true }] } } } as never;
    await api.GET("/v1/customers", { params: { query: odd } });
    expect(server.requests.map(({ target }) => decodeURIComponent(target))).toEqual([
      "/v1/customers?created[gt]=1&created[lte]=2&expand[]=app&expand[]=default_source",
      "/v1/customers?created[gt][deeper][0]=1&created[gt][deeper][1][still]=true",
    ]);
  });

  test.each([
    ["fetch", () => Promise.reject(new Error("must not be called"))],
    ["baseUrl", "http://127.0.0.1:1"],
    ["middleware", [{ onRequest: () => new Response("{}") }]],
    ["querySerializer", () => "a=b"],
    ["bodySerializer", () => "{}"],
    ["pathSerializer", () => "/elsewhere"],
    ["Request", class {}],
    ["redirect", "follow"],
    ["method", "DELETE"],
    ["credentials", "include"],
    ["duplex", "half"],
    ["send", () => Promise.resolve(new Response("{}"))],
    ["answer", new Response("{}")],
  ])("the option %s, which would go round the pipeline, is refused", async (name, value) => {
    const server = await serve(json(asiabill.answers.get));
    const options = { params, [name]: value } as never;
    const error = await failure<Error>(apiOf(server.url).GET(path, options));
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error.message).toMatch(new RegExp(`^${name}: expected only params, body, headers, signal, parseAs`));
    expect(server.requests).toEqual([]);
  });

  test("a body that is due and missing sends nothing", async () => {
    const server = await serve(json(asiabill.answers.create));
    expect(await failure(apiOf(server.url).POST(customers, {} as never))).toBeInstanceOf(InvalidArgumentError);
    expect(server.requests).toEqual([]);
  });

  test("a DELETE's body is sent", async () => {
    const server = await serve(json({ error: null, data: { message: "OK" } }));
    const api = createLumyriApi({ accessToken: "t", appId: "a", baseUrl: server.url });
    const { data } = await api.DELETE("/users/customers", { body: { customer_ids: ["c1"] } });
    expect(data?.data.message).toBe("OK");
    expect(server.requests).toMatchObject([{ method: "DELETE", body: '{"customer_ids":["c1"]}' }]);
  });
});

describe("headers", () => {
  test.each([
    ["an object", { "x-note": "1", "x-none": undefined, "x-null": null }],
    ["a Headers", new Headers({ "x-note": "1" })],
    ["pairs", [["x-note", "1"]]],
    ["a map", new Map([["x-note", "1"]])],
  ])("may be %s", async (_, headers) => {
    const server = await serve(json(asiabill.answers.get));
    await apiOf(server.url).GET(path, { params, headers: headers as HeadersInit });
    expect(server.requests[0]?.headers).toMatchObject({ "x-note": "1" });
    expect(Object.keys(server.requests[0]?.headers ?? {}).filter((name) => /^x-n|^\d/.test(name))).toEqual(["x-note"]);
  });

  test("may be header parameters", async () => {
    const server = await serve(json({ id: "cus_1" }));
    const api = createPingxxApi({ apiKey: "sk_test_key", baseUrl: server.url });
    const header = { "Accept-Language": "zh-CN", "Pingplusplus-Version": "2017-03-13" } as const;
    await api.GET("/v1/customers/{customerId}", { params: { ...params, header } });
    expect(server.requests[0]?.headers).toMatchObject({
      "accept-language": "zh-CN",
      "pingplusplus-version": "2017-03-13",
    });
  });

  test.each([
    ["a Headers", { params, headers: new Headers({ "Sign-Info": "x" }) }],
    ["pairs", { params, headers: [["SIGN-INFO", "x"]] }],
    ["a header parameter", { params: { ...params, header: { "sign-Info": "x" } } }],
  ])("that sign are refused in %s too", async (_, options) => {
    const server = await serve(json(asiabill.answers.get));
    expect(await failure(apiOf(server.url).GET(path, options as never))).toBeInstanceOf(InvalidArgumentError);
    expect(server.requests).toEqual([]);
  });
});

describe("parseAs", () => {
  const body = JSON.stringify(asiabill.answers.get);

  test("gives the text, the bytes or the stream of an answer that was judged", async () => {
    const server = await serve(json(asiabill.answers.get));
    const api = apiOf(server.url);
    expect((await api.GET(path, { params, parseAs: "text" })).data).toBe(body);
    expect(
      Buffer.from((await api.GET(path, { params, parseAs: "arrayBuffer" })).data ?? new ArrayBuffer()).toString(),
    ).toBe(body);
    expect(await (await api.GET(path, { params, parseAs: "blob" })).data?.text()).toBe(body);
    expect(await new Response((await api.GET(path, { params, parseAs: "stream" })).data).text()).toBe(body);
  });

  test("doesn't let HTML through", async () => {
    const server = await serve(text("<p>", "text/html"));
    expect(await failure(apiOf(server.url).GET(path, { params, parseAs: "text" }))).toBeInstanceOf(
      InvalidResponseError,
    );
  });
});
