import { describe, expect, test, vi } from "vitest";
import { call } from "./call.ts";
import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import { ConnectionError } from "./errors/transport-errors.ts";
import { createExchange, type Signer, type UnsignedRequest } from "./exchange.ts";
import { createCustomer, exchangeOver, getCustomer, provider, success } from "./provider.fixture.ts";

const input = { path: { id: "a b" }, query: { "created[gt]": 1, q: "it's" } };

/** A pipeline that keeps what its signer was asked to sign. */
function signedBy(headers: Signer["headers"], baseUrl?: string) {
  const asked: UnsignedRequest[] = [];
  const fetch = vi.fn(async (_url: string, _init: RequestInit) => success({}));
  const signer: Signer = {
    secrets: [],
    headers: (request) => {
      asked.push(request);
      return headers(request);
    },
  };
  return { exchange: createExchange(provider, signer, { fetch, baseUrl, now: () => 1_700_000_000_000 }), asked, fetch };
}

describe("a request", () => {
  test("is sent exactly as it was signed", async () => {
    const { exchange, asked, fetch } = signedBy(() => ({ "x-signature": "s" }));
    await call(exchange, getCustomer, input);
    await call(exchange, createCustomer, { body: { name: "é" } });
    const [get, create] = asked;
    expect(get).toMatchObject({
      operation: getCustomer,
      basePath: "/open",
      target: "/customers/a%20b?created%5Bgt%5D=1&q=it%27s",
      path: { id: "a b" },
      query: [
        ["created[gt]", "1"],
        ["q", "it's"],
      ],
      body: "",
      time: 1_700_000_000_000,
    });
    expect(fetch.mock.calls[0]).toEqual([
      `https://api.example.com${get?.basePath}${get?.target}`,
      expect.objectContaining({ method: "GET", body: null }),
    ]);
    expect(create?.body).toBe('{"name":"é"}');
    expect(fetch.mock.calls[1]?.[1]).toMatchObject({ method: "POST", body: create?.body });
  });

  test("has the signature's headers, the caller's, and a content type when it has a body", async () => {
    const { exchange, sent } = exchangeOver([success({}), success({})]);
    await call(exchange, getCustomer, input, { headers: { "Accept-Language": "en-US", Accept: "text/plain" } });
    await call(exchange, createCustomer, { body: {} });
    const [get, create] = sent.map(({ init }) => init.headers);
    expect(get).toEqual({
      accept: "text/plain",
      "accept-language": "en-US",
      "x-key": "the-key",
      "x-signature": "signature-1",
    });
    expect(create).toMatchObject({ accept: "application/json", "content-type": "application/json" });
  });

  test("is signed by whom needs time for it, too", async () => {
    const { exchange, fetch } = signedBy(async () => ({ "x-signature": "late" }));
    await call(exchange, getCustomer, input);
    expect(fetch.mock.calls[0]?.[1].headers).toMatchObject({ "x-signature": "late" });
  });

  test("doesn't follow redirects", async () => {
    const { exchange, sent } = exchangeOver([
      new Response(null, { status: 302, headers: { location: "https://evil.com" } }),
    ]);
    await expect(call(exchange, getCustomer, input)).rejects.toMatchObject({
      name: "InvalidResponseError",
      status: 302,
    });
    expect(sent.map(({ init }) => init.redirect)).toEqual(["manual"]);
  });

  test("goes under the base URL's own path, whether that ends in a slash or not", async () => {
    for (const baseUrl of [
      "https://proxy.example.com/a",
      "https://proxy.example.com/a//",
      "https://proxy.example.com",
    ]) {
      const { exchange, asked, fetch } = signedBy(() => ({}), baseUrl);
      await call(exchange, getCustomer, { path: { id: "1" } });
      const basePath = baseUrl.includes("/a") ? "/a" : "";
      expect(asked[0]).toMatchObject({ basePath, target: "/customers/1" });
      expect(fetch.mock.calls[0]?.[0]).toBe(`https://proxy.example.com${basePath}/customers/1`);
    }
  });

  test("is sent with the fetch of the moment", async () => {
    const exchange = createExchange(provider, { secrets: [], headers: () => ({}) }, {});
    const fetch = vi.spyOn(globalThis, "fetch").mockResolvedValue(success({ id: "1" }));
    expect(await call(exchange, getCustomer, input)).toEqual({ id: "1" });
    fetch.mockRestore();
  });

  test("has an upper-case UUID where the provider wants an id", async () => {
    const { exchange, asked } = signedBy(() => ({}));
    await call(exchange, getCustomer, input);
    const ids = [asked[0]?.requestId(), asked[0]?.requestId()];
    for (const id of ids) expect(id).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe("nothing is signed or sent", () => {
  test.each<[string, Parameters<typeof call>[2], Parameters<typeof call>[3]]>([
    ["an id that is another path", { path: { id: ".." } }, {}],
    ["no id", {}, {}],
    ["a query that can't be written", { ...input, query: { a: new Date(0) } }, {}],
    ["a header that the client sets itself", input, { headers: { "X-Key": "a" } }],
    ["a limit that is none", input, { timeoutMs: 0 }],
  ])("with %s", async (_, input, options) => {
    const { exchange, asked, fetch } = signedBy(() => ({}));
    await expect(call(exchange, getCustomer, input, options)).rejects.toBeInstanceOf(InvalidArgumentError);
    expect(asked).toEqual([]);
    expect(fetch).not.toHaveBeenCalled();
  });

  test("with options that are wrong: they are refused before any call", () => {
    const signer = { secrets: [], headers: () => ({}) };
    expect(() => createExchange(provider, signer, { maxRetries: -1 })).toThrow(InvalidArgumentError);
    expect(() => createExchange(provider, signer, { baseUrl: "http://api.example.com" })).toThrow(InvalidArgumentError);
  });

  test("when the signer fails, and its error stays what it is", async () => {
    const failure = new TypeError("no key");
    const { exchange, fetch } = signedBy(() => {
      throw failure;
    });
    await expect(call(exchange, getCustomer, input)).rejects.toBe(failure);
    const late = signedBy(() => Promise.reject(failure));
    await expect(call(late.exchange, getCustomer, input)).rejects.toBe(failure);
    expect(fetch).not.toHaveBeenCalled();
    expect(late.fetch).not.toHaveBeenCalled();
  });
});

describe("an error's text", () => {
  test("holds no credential and no personal value that the provider echoes", async () => {
    const message = "phone Ada; key the-key; signature-1; the-secret; bob@example.com";
    const { exchange } = exchangeOver([Response.json({ code: "E9", message })]);
    const error = await call(exchange, createCustomer, { body: { phone: "Ada" } }).catch((error: Error) => error);
    expect(`${error}`).toContain("phone ***; key ***; ***; ***; ***");
  });

  test("holds nothing of what fetch threw but its code", async () => {
    const { exchange } = exchangeOver([Object.assign(new Error("13924343678"), { code: "ECONNRESET" })], {
      maxRetries: 0,
    });
    const error = await call(exchange, getCustomer, input).catch((error: Error) => error);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(`${error}`).toBe("ConnectionError: the connection failed: ECONNRESET");
  });
});

describe("an answer", () => {
  test("is read up to the client's limit", async () => {
    const options = { maxResponseBytes: 38, maxRetries: 0 };
    const { exchange } = exchangeOver([success("a".repeat(15)), success("a".repeat(16))], options);
    expect(JSON.stringify({ code: "00", data: "a".repeat(15) })).toHaveLength(38);
    expect(await call(exchange, getCustomer, input)).toBe("a".repeat(15));
    await expect(call(exchange, getCustomer, input)).rejects.toMatchObject({ name: "InvalidResponseError" });
  });

  test("that breaks off is a ConnectionError", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    const { exchange } = exchangeOver([new Response(body)], { maxRetries: 0 });
    await expect(call(exchange, getCustomer, input)).rejects.toBeInstanceOf(ConnectionError);
  });
});
