// Lists, page by page: what is fetched and when, and how a list that would never end is found out.
import { createAsiaBillClient, InvalidResponseError } from "@customer-clients/asiabill";
import { createFinanClient } from "@customer-clients/finan";
import { createLumyriClient } from "@customer-clients/lumyri";
import { createPingxxClient } from "@customer-clients/pingxx";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { json, type Received, type Reply, serve } from "../support/server.ts";

const queryOf = ({ target }: Received) => Object.fromEntries(new URL(target, "http://127.0.0.1").searchParams);

/** Everything that an iteration gives, up to a bound that no test needs. */
async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) if (all.push(item) > 100) throw new Error("expected the list to end");
  return all;
}

describe("AsiaBill, by number, to the page that total and size make", () => {
  const page = (pageIndex: number, ids: readonly string[], total = 5): Reply =>
    json({
      code: "00000",
      message: "success",
      data: { page: { pageIndex, pageSize: 2, total }, list: ids.map((customerId) => ({ customerId })) },
    });
  const list = (baseUrl: string, query = {}, options = {}) =>
    createAsiaBillClient({ gatewayNo: "12246002", signKey: "k", baseUrl, maxRetries: 0 }).customers.list(
      query,
      options,
    );

  test("iterated, it gives every item and keeps the query", async () => {
    const server = await serve(page(1, ["a", "b"]), page(2, ["c", "d"]), page(3, ["e"]));
    const items = await collect(list(server.url, { pageSize: 2 }));
    expect(items.map(({ customerId }) => customerId)).toEqual(["a", "b", "c", "d", "e"]);
    expect(server.requests.map(queryOf)).toEqual([
      { pageSize: "2" },
      { pageSize: "2", pageIndex: "2" },
      { pageSize: "2", pageIndex: "3" },
    ]);
  });

  test("awaited, it gives one page, which leads to the next", async () => {
    const server = await serve(page(2, ["c", "d"]), page(3, ["e"]));
    const second = await list(server.url, { pageIndex: 2 });
    expect(second).toMatchObject({ items: [{ customerId: "c" }, { customerId: "d" }], total: 5 });
    const third = await second.nextPage();
    expect(third?.items).toEqual([{ customerId: "e" }]);
    expect(await third?.nextPage()).toBeUndefined();
    expect(server.requests).toHaveLength(2);
  });

  test("nothing is sent before it is used, and no page before the one ahead of it is", async () => {
    const server = await serve(page(1, ["a", "b"]), page(2, ["c", "d"]), page(3, ["e"]));
    const customers = list(server.url);
    expect(server.requests).toHaveLength(0);
    for await (const { customerId } of customers) {
      expect(server.requests).toHaveLength(customerId < "c" ? 1 : 2);
      if (customerId === "c") break;
    }
    expect(server.requests).toHaveLength(2);
  });

  test("an empty list is one empty page", async () => {
    const server = await serve(page(1, [], 0));
    expect(await collect(list(server.url))).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ["the same page again and again", page(1, ["a", "b"])],
    ["no items, but more to come", page(1, [])],
    ["no counts", json({ code: "00000", message: "success", data: { list: [{ customerId: "a" }] } })],
    ["no list", json({ code: "00000", message: "success", data: { page: { pageIndex: 1, pageSize: 2, total: 0 } } })],
  ])("%s is an InvalidResponseError, never an endless loop", async (_, reply) => {
    const server = await serve(reply);
    expect(await failure(collect(list(server.url)))).toBeInstanceOf(InvalidResponseError);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  test("an abort ends the iteration with its reason", async () => {
    const server = await serve(page(1, ["a", "b"]), page(2, ["c", "d"]));
    const controller = new AbortController();
    const reason = new Error("the caller's own");
    const seen: string[] = [];
    const walk = async () => {
      for await (const { customerId } of list(server.url, {}, { signal: controller.signal })) {
        seen.push(customerId);
        if (customerId === "b") controller.abort(reason);
      }
    };
    expect(await failure(walk())).toBe(reason);
    expect(seen).toEqual(["a", "b"]);
    expect(server.requests).toHaveLength(1);
  });

  test("an error on a later page ends the iteration with it, the items before it given", async () => {
    const server = await serve(page(1, ["a", "b"]), json({ code: "S0001", message: "over" }));
    const seen: string[] = [];
    const walk = async () => {
      for await (const { customerId } of list(server.url)) seen.push(customerId);
    };
    expect(await failure(walk())).toMatchObject({ name: "ServerError", operation: "customers.list" });
    expect(seen).toEqual(["a", "b"]);
  });
});

describe("Lumyri, by number, to the page that the answer calls the last", () => {
  const page = (current_page: number, last_page: number, ids: readonly string[]): Reply =>
    json({ error: null, data: { total: 3, per_page: 1, current_page, last_page, data: ids.map((id) => ({ id })) } });
  const list = (baseUrl: string) =>
    createLumyriClient({ accessToken: "t", appId: "a", baseUrl }).customers.list({ search: "é&=", limit: 2 });

  test("iterated, it gives every item and keeps the query", async () => {
    const server = await serve(page(1, 2, ["a", "b"]), page(2, 2, ["c"]));
    expect((await collect(list(server.url))).map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(server.requests.map(queryOf)).toEqual([
      { search: "é&=", limit: "2" },
      { search: "é&=", limit: "2", page: "2" },
    ]);
  });

  test("the same page again is an InvalidResponseError", async () => {
    const server = await serve(page(1, 9, ["a"]));
    expect(await failure(collect(list(server.url)))).toBeInstanceOf(InvalidResponseError);
    expect(server.requests).toHaveLength(2);
  });
});

describe("Ping++, by cursor", () => {
  const page = (has_more: boolean, ids: readonly string[]): Reply =>
    json({ object: "list", url: "/v1/customers", has_more, data: ids.map((id) => ({ id })) });
  const list = (baseUrl: string, query = {}) =>
    createPingxxClient({ apiKey: "sk_test_k", baseUrl }).customers.list(query);

  test("forwards, the last item leads to the next page", async () => {
    const server = await serve(page(true, ["c", "b"]), page(false, ["a"]));
    expect((await collect(list(server.url, { limit: 2 }))).map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(server.requests.map(queryOf)).toEqual([{ limit: "2" }, { limit: "2", starting_after: "b" }]);
  });

  test("backwards, the first item leads to the page before", async () => {
    const server = await serve(page(true, ["c", "b"]), page(false, ["d"]));
    await collect(list(server.url, { ending_before: "a" }));
    expect(server.requests.map(queryOf)).toEqual([{ ending_before: "a" }, { ending_before: "c" }]);
  });

  test.each<[string, readonly Reply[]]>([
    ["a cursor that repeats", [page(true, ["b", "a"])]],
    ["cursors that go round", [page(true, ["c"]), page(true, ["b"]), page(true, ["c"])]],
    ["more to come after no items", [page(true, [])]],
    ["more to come after an item without an id", [json({ object: "list", has_more: true, data: [{}] })]],
    ["no word on whether there is more", [json({ object: "list", data: [{ id: "a" }] })]],
  ])("%s is an InvalidResponseError, never an endless loop", async (_, replies) => {
    const server = await serve(...(replies as [Reply, ...Reply[]]));
    expect(await failure(collect(list(server.url)))).toBeInstanceOf(InvalidResponseError);
    expect(server.requests.length).toBeLessThanOrEqual(3);
  });
});

test("Finan's list is one answer, awaited or iterated", async () => {
  const server = await serve(
    json({ code: 102000, message: { content: "ok" }, data: [{ customer_id: "a" }, { customer_id: "b" }] }),
  );
  const list = createFinanClient({ clientId: "c", secret: "s", baseUrl: `${server.url}/open` }).customers.list();
  expect(await collect(list)).toHaveLength(2);
  expect(await list).toMatchObject({ total: 2, items: [{ customer_id: "a" }, { customer_id: "b" }] });
  expect(await (await list).nextPage()).toBeUndefined();
  expect(server.requests).toMatchObject([{ method: "GET", target: "/open/api/v1/customers", body: "" }]);
});
