// Ping++'s client against the sandbox: the life of a customer and of its cards, and what is refused.
import { generateKeyPairSync } from "node:crypto";
import {
  ApiError,
  AuthenticationError,
  createPingxxClient,
  InvalidRequestError,
  NotFoundError,
} from "@customer-clients/pingxx";
import { createPingxxApi } from "@customer-clients/pingxx/api";
import type { Sandbox } from "@customer-clients/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { collect, places } from "../support/sandboxes.ts";

const sms_code = { id: "sms_BHTPMJCpGc8qiKvva3OgBV2V", code: "123456" };
const card = { source: "tok_BHTPMJCtIJ8HaqXBDr4ILeLJ", sms_code };
const sent = { app: "app_1Gqj58ynP0mHeX1q", ...card };
const apiKey = "sk_test_CustomerClientsTests0000";

/** A key pair; the private key as PKCS#1 or PKCS#8. */
function keyPair(type: "pkcs1" | "pkcs8") {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type, format: "pem" },
  });
}
const merchant = keyPair("pkcs8");
const stranger = keyPair("pkcs1");

// With the merchant's public key, the sandbox wants every request signed.
const settings = places.flatMap((place) => [
  { ...place, title: place.place, keys: {} },
  { ...place, title: `${place.place}, signed`, keys: merchant },
]);

describe.each(settings)("$title", ({ open, keys }) => {
  const { publicKey, privateKey }: Partial<typeof merchant> = keys;
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open({ credentials: { pingxx: { apiKey, ...(publicKey && { publicKey }) } } });
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  function options(more: object = {}) {
    const { urls, fetch, clock } = sandbox;
    return { apiKey, privateKey, baseUrl: urls.pingxx, fetch, now: clock.now, ...more };
  }
  const clientOf = (more?: object) => createPingxxClient(options(more)).customers;

  test("a customer is created, read, listed, updated and deleted", async () => {
    const customers = clientOf();
    const metadata = { 备注: "夜 & 'co'", nested: [1, null, {}] };
    const created = await customers.create({ ...sent, email: "wang@example.com", metadata });
    expect(created).toMatchObject({ object: "customer", email: "wang@example.com", metadata });
    expect(created.default_source).toBe(created.sources.data[0]?.id);
    expect(await customers.get(created.id)).toEqual(created);
    const expanded = await customers.get(created.id, { "expand[]": ["app", "default_source"] });
    expect(expanded).toMatchObject({ app: { id: sent.app }, default_source: { object: "card" } });
    expect((await customers.list()).items).toEqual([created]);
    expect(await customers.update(created.id, { description: "贵宾" })).toEqual({ ...created, description: "贵宾" });
    expect(await customers.delete(created.id)).toEqual({ deleted: true, id: created.id });
    expect(await failure(customers.get(created.id))).toBeInstanceOf(NotFoundError);
    expect(await failure(customers.delete(created.id))).toBeInstanceOf(NotFoundError);
  });

  test("a list is awaited page by page, and iterated to its end, forwards and backwards", async () => {
    const customers = clientOf();
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) {
      sandbox.clock.set(1_795_289_042_000 + count * 1_000);
      ids.unshift((await customers.create(sent)).id);
    }
    const first = await customers.list({ limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.total).toBeUndefined();
    expect((await first.nextPage())?.items.map(({ id }) => id)).toEqual(ids.slice(2, 4));
    expect((await collect(customers.list({ limit: 2 }))).map(({ id }) => id)).toEqual(ids);
    const before = await collect(customers.list({ limit: 2, ending_before: ids[3] ?? "" }));
    expect(before.map(({ id }) => id)).toEqual([...ids.slice(1, 3), ...ids.slice(0, 1)]);
    const created = { gt: 1_795_289_042, lte: 1_795_289_044 };
    expect((await collect(customers.list({ limit: 1, created }))).map(({ id }) => id)).toEqual(ids.slice(2, 4));
  });

  test("cards are bound, read, listed over several pages, and unbound", async () => {
    const customers = clientOf();
    const { sources } = customers;
    const { id, default_source } = await customers.create(sent);
    const bound: string[] = [];
    for (const source of ["tok_credit1", "tok_2"]) bound.unshift((await sources.create(id, { source, sms_code })).id);
    const [newest = ""] = bound;
    expect(await sources.get(id, newest)).toMatchObject({ object: "card", customer: id, brand: "UnionPay" });
    const page = await sources.list(id, { limit: 2 });
    expect(page.items.map((card) => card.id)).toEqual(bound);
    expect((await collect(sources.list(id, { limit: 1 }))).map((card) => card.id)).toEqual([...bound, default_source]);
    expect(await sources.delete(id, newest)).toEqual({ deleted: true, id: newest });
    expect(await failure(sources.get(id, newest))).toBeInstanceOf(NotFoundError);
    expect(await failure(sources.delete(id, newest))).toBeInstanceOf(NotFoundError);
    expect((await sources.list(id)).items).toHaveLength(2);
  });

  test("values that the specification doesn't allow are refused, and a card may be", async () => {
    const calls = [
      () => clientOf().create({ ...sent, app: undefined as never }),
      () =>
        clientOf().create({ ...sent, metadata: Object.fromEntries("abcdefghijk".split("").map((key) => [key, ""])) }),
      () => clientOf().list({ limit: 101 }),
      () => clientOf().list({ starting_after: "cus_nobody" }),
      () => clientOf().create({ ...sent, source: "tok_declined" }),
    ];
    for (const call of calls) expect(await failure(call())).toBeInstanceOf(InvalidRequestError);
    expect(await failure(clientOf().create({ ...sent, source: "tok_declined" }))).toMatchObject({ status: 402 });
  });

  test("a wrong API key is refused", async () => {
    const error = await failure(clientOf({ apiKey: "sk_test_another" }).list());
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ status: 401 });
  });

  test("a request that is signed by another key, or not at all, is refused where signatures are wanted", async () => {
    for (const wrong of [stranger.privateKey, undefined]) {
      const customers = clientOf({ privateKey: wrong });
      for (const call of [
        () => customers.create(sent),
        () => customers.list({ limit: 1 }),
        () => customers.get("cus_1"),
      ]) {
        const error = await Promise.resolve(call()).catch((error: unknown) => error);
        if (publicKey) expect(error).toBeInstanceOf(AuthenticationError);
        else expect(error).not.toBeInstanceOf(AuthenticationError);
      }
    }
  });

  test("by method and path, answers are as they come and errors are in `error`", async () => {
    const api = createPingxxApi(options());
    const created = (await api.POST("/v1/customers", { body: sent })).data;
    const customerId = created?.id ?? "";
    const params = { path: { customerId } };
    const path = "/v1/customers/{customerId}";
    expect((await api.GET(path, { params })).data).toEqual(created);
    const query = { limit: 1, created: { gte: 1 }, "expand[]": ["app" as const] };
    expect((await api.GET("/v1/customers", { params: { query } })).data).toMatchObject({
      has_more: false,
      data: [{ id: customerId }],
    });
    expect((await api.PUT(path, { params, body: { email: "w@example.com" } })).data?.email).toBe("w@example.com");
    const bound = await api.POST(`${path}/sources`, { params, body: card });
    const cardId = bound.data?.id ?? "";
    expect((await api.GET(`${path}/sources`, { params })).data?.data).toHaveLength(2);
    const cardParams = { path: { customerId, cardId } };
    expect((await api.GET(`${path}/sources/{cardId}`, { params: cardParams })).data).toEqual(bound.data);
    expect((await api.DELETE(`${path}/sources/{cardId}`, { params: cardParams })).data?.deleted).toBe(true);
    expect((await api.DELETE(path, { params })).data).toEqual({ deleted: true, id: customerId });
    const { data, error, response } = await api.GET(path, { params });
    expect({ data, error }).toMatchObject({ data: undefined, error: { error: { type: "invalid_request_error" } } });
    expect(response.status).toBe(404);
  });

  test("its error says what the provider said, and which parameter", async () => {
    const error = await failure<ApiError>(clientOf().create({ ...sent, sms_code: { ...sms_code, code: "000000" } }));
    expect(error).toBeInstanceOf(ApiError);
    expect(error.body).toMatchObject({ error: { type: "card_error", param: "sms_code[code]" } });
  });
});
