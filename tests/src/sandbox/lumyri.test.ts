// Lumyri's client against the sandbox: the life of a customer, and what is refused.
import { AuthenticationError, createLumyriClient, InvalidRequestError, NotFoundError } from "@customer-clients/lumyri";
import { createLumyriApi } from "@customer-clients/lumyri/api";
import type { Sandbox } from "@customer-clients/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { collect, places } from "../support/sandboxes.ts";

const sent = { first_name: "Phan", last_name: "Sơn", email: "phan.son@example.com" };

describe.each(places)("$place", ({ open }) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await open();
  });
  afterAll(() => sandbox.close());
  beforeEach(() => sandbox.reset());

  function options(more: object = {}) {
    const { credentials, urls, fetch, clock } = sandbox;
    return { ...credentials.lumyri, baseUrl: urls.lumyri, fetch, now: clock.now, ...more };
  }
  const clientOf = (more?: object) => createLumyriClient(options(more)).customers;

  test("a customer is created, read, listed, replaced and deleted", async () => {
    const customers = clientOf({ accessToken: async () => sandbox.credentials.lumyri.accessToken });
    const created = await customers.create({ ...sent, phone: "+84 1", label_ids: ["l-1"] });
    expect(created).toMatchObject({ ...sent, phone: "+84 1", labels: ["l-1"] });
    const { id } = created;
    // Bare, and with the labels in full under the name that is on the wire.
    expect(await customers.get(id)).toMatchObject({ ...sent, lables: [{ id: "l-1" }] });
    expect((await customers.list()).items).toEqual([created]);
    const updated = await customers.update(id, { ...sent, last_name: "Sơn 15" });
    expect(updated).toMatchObject({ id, last_name: "Sơn 15", labels: null });
    expect(await customers.delete({ customer_ids: [id] })).toEqual({ message: "OK" });
    expect((await customers.list()).items).toEqual([]);
  });

  test("a list is sorted, searched, awaited page by page, and iterated to its end", async () => {
    const customers = clientOf();
    for (const first_name of ["Dora", "Ann", "Carl", "Ben", "Eve"]) await customers.create({ ...sent, first_name });
    const second = await customers.list({ limit: 2, page: 2 });
    expect(second.items.map(({ first_name }) => first_name)).toEqual(["Carl", "Dora"]);
    expect(second.total).toBe(5);
    expect((await second.nextPage())?.items.map(({ first_name }) => first_name)).toEqual(["Eve"]);
    const all = await collect(customers.list({ limit: 2, order_by: "desc" }));
    expect(all.map(({ first_name }) => first_name)).toEqual(["Eve", "Dora", "Carl", "Ben", "Ann"]);
    expect((await collect(customers.list({ search: "ann s" }))).length).toBe(1);
  });

  test("an unknown id is refused", async () => {
    const { get, update, delete: remove } = clientOf();
    const calls = [() => get("nobody"), () => update("nobody", sent), () => remove({ customer_ids: ["nobody"] })];
    for (const call of calls) expect(await failure(call())).toBeInstanceOf(NotFoundError);
  });

  test("values that the specification doesn't allow are refused", async () => {
    const calls = [
      () => clientOf().create({ ...sent, email: "not an address" }),
      () => clientOf().create({ ...sent, last_name: undefined as never }),
      () => clientOf().create({ ...sent, address: [{ category: "Cave" as never }] }),
      () => clientOf().delete({ customer_ids: [] }),
      () => clientOf().list({ limit: 0 }),
      () => clientOf().list({ sort_by: "email" as never }),
    ];
    for (const call of calls) expect(await failure(call())).toBeInstanceOf(InvalidRequestError);
  });

  test("a wrong token is refused everywhere, a wrong app where it is sent", async () => {
    const stranger = clientOf({ accessToken: "another-token" });
    const { id } = await clientOf().create(sent);
    const calls = [
      () => stranger.create(sent),
      () => stranger.list(),
      () => stranger.get(id),
      () => stranger.update(id, sent),
      () => stranger.delete({ customer_ids: [id] }),
      () => clientOf({ appId: "another-app" }).list(),
    ];
    for (const call of calls) expect(await failure(call())).toBeInstanceOf(AuthenticationError);
    // Neither update nor delete takes an app.
    expect(await clientOf({ appId: "another-app" }).update(id, sent)).toMatchObject(sent);
  });

  test("by method and path, answers keep their envelope and errors are in `error`", async () => {
    const api = createLumyriApi(options());
    const created = await api.POST("/users/customers", { body: sent });
    expect(created.response.status).toBe(201);
    expect(created.data).toMatchObject({ error: null, data: sent });
    const customerId = created.data?.data.id ?? "";
    const params = { path: { customerId } };
    const path = "/users/customers/{customerId}";
    expect((await api.GET(path, { params })).data).toMatchObject({ id: customerId, ...sent });
    const list = await api.GET("/users/customers", { params: { query: { limit: 1 } } });
    expect(list.data?.data).toMatchObject({ total: 1, data: [{ id: customerId }] });
    expect((await api.PUT(path, { params, body: { ...sent, phone: "+84 2" } })).data?.data.phone).toBe("+84 2");
    const deleted = await api.DELETE("/users/customers", { body: { customer_ids: [customerId] } });
    expect(deleted.data?.data.message).toBe("OK");
    const { data, error, response } = await api.GET(path, { params });
    expect({ data, error }).toMatchObject({ data: undefined, error: { data: null } });
    expect(response.status).toBe(404);
  });
});
