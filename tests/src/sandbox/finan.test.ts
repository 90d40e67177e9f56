// Finan's client against the sandbox: the life of a customer, and what is refused.
import {
  AuthenticationError,
  ClockSkewError,
  ConflictError,
  type CustomerCreate,
  createFinanClient,
  InvalidRequestError,
  NotFoundError,
} from "@customer-clients/finan";
import { createFinanApi } from "@customer-clients/finan/api";
import type { Sandbox } from "@customer-clients/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { collect, places } from "../support/sandboxes.ts";

const sent = {
  general_info: {
    name: "Nguyễn Văn B",
    customer_code: "CUST20231122",
    phone: "0933456789",
    phone_code: "+84",
    email: "nguyen.van.b@example.com",
    type: "personal",
  },
  address: { country: "Vietnam", province: "Hồ Chí Minh" },
} satisfies CustomerCreate;
const company: CustomerCreate = {
  general_info: {
    name: "Công ty A",
    customer_code: "COMP001",
    phone: "0987654321",
    phone_code: "+84",
    type: "company",
    contact_persons: [{ name: "Jane Smith", email: "jane.smith@example.com" }],
  },
};

describe.each(places)("$place", ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  function options(more: object = {}) {
    const { credentials, urls, fetch, clock } = sandbox;
    return { ...credentials.finan, baseUrl: urls.finan, fetch, now: clock.now, ...more };
  }
  const clientOf = (more?: object) => createFinanClient(options(more)).customers;

  test("a customer is created, read, listed, replaced and deleted", async () => {
    const customers = clientOf();
    const created = await customers.create(sent);
    expect(created).toMatchObject(sent);
    const id = created.customer_id;
    expect(await customers.get(id)).toEqual(created);
    const { customer_id } = await customers.create(company);
    expect((await customers.list()).items.map((customer) => customer.customer_id)).toEqual([id, customer_id]);
    expect((await customers.list()).total).toBe(2);
    expect((await collect(customers.list())).length).toBe(2);
    const general_info = { ...sent.general_info, custom_tag: "VIP" };
    expect(await customers.update(id, { general_info })).toMatchObject({ customer_id: id, general_info });
    // What is left out of an update is cleared.
    expect(await customers.get(id)).not.toHaveProperty("address");
    expect(await customers.delete(id)).toBe("success");
    expect((await collect(customers.list())).map((customer) => customer.customer_id)).toEqual([customer_id]);
    const error = await failure(customers.get(id));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ code: "104004", requestId: expect.stringMatching(/^[\da-f-]{36}$/) });
  });

  test("an unknown id is refused", async () => {
    const id = "550e8400-e29b-41d4-a716-446655440000";
    const { get, update, delete: remove } = clientOf();
    for (const call of [() => get(id), () => update(id, sent), () => remove(id)]) {
      expect(await failure(call())).toBeInstanceOf(NotFoundError);
    }
  });

  test("values that the specification doesn't allow are refused", async () => {
    const { general_info } = sent;
    const calls = [
      () => clientOf().create({ general_info: { ...general_info, type: "robot" as never } }),
      () => clientOf().create({ general_info: { ...general_info, phone: undefined as never } }),
      () => clientOf().create({ general_info: { ...general_info, type: "company" } }),
      () => clientOf().create({} as never),
    ];
    for (const call of calls) expect(await failure(call())).toBeInstanceOf(InvalidRequestError);
  });

  test("a customer code is taken once", async () => {
    await clientOf().create(sent);
    expect(await failure(clientOf().create(sent))).toBeInstanceOf(ConflictError);
  });

  test("a wrong secret and a wrong client id are refused", async () => {
    for (const wrong of [{ secret: "another-secret" }, { clientId: "another-client" }]) {
      for (const call of [() => clientOf(wrong).create(sent), () => clientOf(wrong).list()]) {
        expect((await failure<Error>(call())).constructor).toBe(AuthenticationError);
      }
    }
  });

  test("a clock that is off by more than 30 seconds is refused, and told so", async () => {
    const now = Math.floor(Date.now() / 1_000) * 1_000;
    sandbox.clock.set(now);
    for (const direction of [-1, 1]) {
      await clientOf({ now: () => now + direction * 30_000 }).list();
      const error = await failure<Error>(clientOf({ now: () => now + direction * 60_000 }).list());
      // Finan has no code for it: only the answer's Date header tells.
      expect(error.constructor).toBe(ClockSkewError);
    }
  });

  test("by method and path, answers keep their envelope and errors are in `error`", async () => {
    const api = createFinanApi(options());
    const created = await api.POST("/api/v1/customers", { body: sent });
    expect(created.data).toMatchObject({ code: 102001, data: sent });
    const customer_id = created.data?.data.customer_id ?? "";
    const params = { path: { customer_id } };
    const path = "/api/v1/customers/{customer_id}";
    expect((await api.GET(path, { params })).data?.data).toEqual(created.data?.data);
    expect((await api.GET("/api/v1/customers")).data?.data).toHaveLength(1);
    const { general_info } = sent;
    expect((await api.PUT(path, { params, body: { general_info } })).data?.data).toMatchObject({ general_info });
    expect((await api.DELETE(path, { params })).data?.data).toBe("success");
    const { data, error, response } = await api.GET(path, { params });
    expect({ data, error }).toMatchObject({ data: undefined, error: { code: 104004 } });
    expect(response.status).toBe(404);
  });
});
