import { describe, expect, test } from "vitest";
import { type Api, createApi } from "./api.ts";
import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import { createCustomer, exchangeOver, getCustomer, success } from "./provider.fixture.ts";

// biome-ignore lint/suspicious/noExplicitAny: the types are made from a specification, which there is none of here.
type AnyApi = Record<keyof Api<object>, (path: string, init?: object) => Promise<any>>;

const params = { path: { id: "a b" } };

function apiOver(answers: readonly (Response | Error)[]) {
  const { exchange, sent } = exchangeOver(answers, { maxRetries: 0 });
  return { api: createApi(exchange, [getCustomer, createCustomer]) as AnyApi, sent };
}

describe("a call by method and path", () => {
  test("gives the answer as on the wire, its envelope kept", async () => {
    const { api, sent } = apiOver([success({ id: "1" })]);
    const { data, error, response } = await api.GET("/customers/{id}", { params: { ...params, query: { q: "é" } } });
    expect(data).toEqual({ code: "00", data: { id: "1" } });
    expect(error).toBeUndefined();
    expect(response.status).toBe(200);
    expect(sent[0]?.url).toBe("https://api.example.com/open/customers/a%20b?q=%C3%A9");
    expect(sent[0]?.init.headers).toMatchObject({ "x-signature": "signature-1" });
  });

  test("sends the body that was signed", async () => {
    const { api, sent } = apiOver([success({})]);
    await api.POST("/customers", { body: { name: "é" } });
    expect(sent[0]?.init).toMatchObject({ method: "POST", body: '{"name":"é"}' });
  });

  test("gives what the provider reports as an error, in HTTP 200 too", async () => {
    for (const status of [200, 404, 500]) {
      const { api } = apiOver([Response.json({ code: "E9", message: "no" }, { status })]);
      const { data, error, response } = await api.GET("/customers/{id}", { params });
      expect(data).toBeUndefined();
      expect(error).toEqual({ code: "E9", message: "no" });
      expect(response.status).toBe(status);
    }
  });

  test("throws what no specification describes", async () => {
    const { api } = apiOver([
      new Response("<html></html>"),
      new Response(null, { status: 500 }),
      new TypeError("reset"),
    ]);
    for (const name of ["InvalidResponseError", "ServerError", "ConnectionError"]) {
      await expect(api.GET("/customers/{id}", { params })).rejects.toMatchObject({ name });
    }
  });

  test("gives no data for an answer that may be empty", async () => {
    const { exchange } = exchangeOver([new Response(null, { status: 204 })]);
    const api = createApi(exchange, [{ ...getCustomer, empty: true }]) as AnyApi;
    const { data, error } = await api.GET("/customers/{id}", { params });
    expect([data, error]).toEqual([undefined, undefined]);
  });

  test.each<[string, HeadersInit | Record<string, string | number | null>]>([
    ["an object", { "Accept-Language": "en-US", "x-count": 1, "x-none": null }],
    ["a Headers", new Headers({ "Accept-Language": "en-US", "x-count": "1" })],
    [
      "pairs",
      [
        ["Accept-Language", "en-US"],
        ["x-count", "1"],
      ],
    ],
  ])("takes headers as %s", async (_, headers) => {
    const { api, sent } = apiOver([success({})]);
    await api.GET("/customers/{id}", { params: { ...params, header: { "x-version": "2" } }, headers });
    expect(sent[0]?.init.headers).toMatchObject({ "accept-language": "en-US", "x-count": "1", "x-version": "2" });
    expect(sent[0]?.init.headers).not.toHaveProperty("x-none");
  });

  test("refuses what it doesn't know, an id that is another path, and a header that the client sets itself", async () => {
    const { api, sent } = apiOver([]);
    const refused: Record<string, unknown>[] = [
      { params, querySerializer: String },
      { params, baseUrl: "https://evil.com" },
      { params: { path: { id: ".." } } },
      { params, headers: { "X-Signature": "a" } },
      { params, headers: new Headers({ "X-Signature": "a" }) },
      { params: { ...params, header: { "x-key": "a" } } },
    ];
    for (const init of refused) {
      await expect(api.GET("/customers/{id}", init)).rejects.toBeInstanceOf(InvalidArgumentError);
    }
    expect(sent).toEqual([]);
  });

  test("takes a path that no specification has, as JSON", async () => {
    const { api, sent } = apiOver([success({})]);
    await api.PUT("/new/{id}", { params, body: { a: 1 } });
    expect(sent[0]).toMatchObject({ url: "https://api.example.com/open/new/a%20b", init: { body: '{"a":1}' } });
  });

  test("takes a time limit and a number of retries", async () => {
    const { exchange, sent } = exchangeOver([new Response("", { status: 500 }), success({})]);
    const api = createApi(exchange, [getCustomer]) as AnyApi;
    await expect(api.GET("/customers/{id}", { params, maxRetries: 0 })).rejects.toMatchObject({ attempts: 1 });
    await expect(api.GET("/customers/{id}", { params, timeoutMs: 0 })).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(sent).toHaveLength(1);
  });
});
