// AsiaBill's client against the sandbox: the life of a customer, and what is refused.
import {
  AuthenticationError,
  ClockSkewError,
  ConflictError,
  createAsiaBillClient,
  InvalidRequestError,
} from "@customer-clients/asiabill";
import { createAsiaBillApi } from "@customer-clients/asiabill/api";
import type { Sandbox } from "@customer-clients/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { collect, places } from "../support/sandboxes.ts";

const sent = {
  email: "zoe@example.com",
  firstName: "Zoë",
  lastName: 'Öquist "Q"',
  phone: "13924343678",
  description: "夜",
};
const minute = 60_000;

describe.each(places)("$place", ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  function options(more: object = {}) {
    const { credentials, urls, fetch, clock } = sandbox;
    return { ...credentials.asiabill, baseUrl: urls.asiabill, fetch, now: clock.now, ...more };
  }
  const clientOf = (more?: object) => createAsiaBillClient(options(more)).customers;

  test("a customer is created, read, listed and deleted", async () => {
    const customers = clientOf();
    const created = await customers.create(sent);
    expect(created).toMatchObject(sent);
    expect(created.customerId).toMatch(/^cus_\d{19}$/);
    expect(await customers.get(created.customerId)).toEqual(created);
    expect((await customers.list()).items).toEqual([created]);
    expect(await customers.delete(created.customerId)).toBeNull();
    expect((await customers.list()).items).toEqual([]);
    expect(sandbox.requests.map(({ operation }) => operation)).toEqual([
      "createCustomer",
      "getCustomer",
      "listCustomers",
      "deleteCustomer",
      "listCustomers",
    ]);
  });

  test("a list is awaited page by page, and iterated to its end", async () => {
    const customers = clientOf();
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.push((await customers.create({ firstName: `${count}` })).customerId);
    const second = await customers.list({ pageIndex: 2, pageSize: 2 });
    expect(second.items.map(({ customerId }) => customerId)).toEqual(ids.slice(2, 4));
    expect(second.total).toBe(5);
    expect((await second.nextPage())?.items.map(({ customerId }) => customerId)).toEqual(ids.slice(4));
    const all = await collect(customers.list({ pageSize: 2 }));
    expect(all.map(({ customerId }) => customerId)).toEqual(ids);
  });

  test("an unknown id, also of a customer that was deleted, is refused", async () => {
    const customers = clientOf();
    const { customerId } = await customers.create({});
    await customers.delete(customerId);
    for (const call of [() => customers.get(customerId), () => customers.delete(customerId)]) {
      const error = await failure(call());
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(error).toMatchObject({ code: "P0001", status: 200, requestId: expect.stringMatching(/^[\dA-F-]{36}$/) });
    }
  });

  test("values that the specification doesn't allow are refused", async () => {
    const calls = [
      () => clientOf().create({ email: "x".repeat(201) }),
      () => clientOf().create({ firstName: "x".repeat(51) }),
      () => clientOf().create({ phone: 13_924_343_678 as never }),
      () => clientOf().list({ pageSize: 1_001 }),
      () => clientOf().list({ pageIndex: 0 }),
    ];
    for (const call of calls)
      expect(await failure(call())).toMatchObject({ name: "InvalidRequestError", code: "P0002" });
  });

  test("a wrong sign key and a wrong gateway number are refused", async () => {
    const key = await failure(clientOf({ signKey: "another-key" }).list());
    expect(key).toBeInstanceOf(AuthenticationError);
    expect(key).toMatchObject({ code: "L0005" });
    const gateway = await failure(clientOf({ gatewayNo: "99999999" }).list());
    expect(gateway).toBeInstanceOf(AuthenticationError);
    expect(gateway).toMatchObject({ code: "L0001" });
  });

  test.each([-1, 1])("a clock that is off by more than 10 minutes is told so: %i", async (direction) => {
    const now = sandbox.clock.now();
    sandbox.clock.set(now);
    const error = await failure<ClockSkewError>(clientOf({ now: () => now + direction * (10 * minute + 1) }).list());
    expect(error).toBeInstanceOf(ClockSkewError);
    expect(error.clientTime.getTime()).toBe(now + direction * (10 * minute + 1));
    await clientOf({ now: () => now + direction * 10 * minute }).list();
  });

  test("a request id is taken once in 30 minutes", async () => {
    sandbox.clock.set(Date.UTC(2026, 0));
    const customers = clientOf({ requestId: () => "58675" });
    await customers.list();
    const error = await failure(customers.list());
    expect(error).toBeInstanceOf(ConflictError);
    expect(error).toMatchObject({ code: "L0004" });
    sandbox.clock.advance(30 * minute + 1);
    await customers.list();
  });

  test("by method and path, answers keep their envelope and errors are in `error`", async () => {
    const api = createAsiaBillApi(options());
    const created = await api.POST("/V2022-03/customers", { body: sent });
    const customerId = created.data?.data.customerId ?? "";
    expect(created.data).toMatchObject({ code: "00000", data: sent });
    const params = { path: { customerId } };
    const path = "/V2022-03/customers/{customerId}";
    expect((await api.GET(path, { params })).data).toEqual({ ...created.data });
    const list = await api.GET("/V2022-03/customers", { params: { query: { pageIndex: 1, pageSize: 1 } } });
    expect(list.data?.data).toMatchObject({ page: { total: 1 }, list: [{ customerId }] });
    expect((await api.DELETE(path, { params })).data).toMatchObject({ code: "00000", data: null });
    const { data, error, response } = await api.GET(path, { params });
    expect({ data, error }).toMatchObject({ data: undefined, error: { code: "P0001" } });
    expect(response.headers.get("response-id")).toBe(sandbox.requests.at(-1)?.headers["request-id"]);
  });
});
