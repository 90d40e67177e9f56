import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { type Send, senders } from "../testing/send.ts";

const path = "/users/customers";
let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
  send = senders(sandbox).lumyri;
});

async function create(first_name: string, last_name = "X", more: object = {}): Promise<string> {
  const sent = { email: `${first_name}@example.com`, first_name, last_name, ...more };
  return (await send("POST", path, sent)).body.data.id;
}

describe("Lumyri's customers", () => {
  test("are created from the three required fields, with an id and what isn't sent empty", async () => {
    const sent = { email: "customer1@example.com", first_name: "customer", last_name: "first" };
    const { status, body } = await send("POST", path, sent);
    expect(status).toBe(201);
    expect(body).toMatchObject({ error: null, data: { ...sent, address: [], avatar: "", labels: [] } });
    expect(body.data.app_id).toBe(sandbox.credentials.lumyri.appId);
    expect(body.data).not.toHaveProperty("phone");
  });

  test("choose neither their id nor their company nor their application", async () => {
    const own = { id: "mine", company_id: "mine", app_id: "mine" };
    const id = await create("Ann", "X", own);
    expect(id).toMatch(/^[\da-f]{8}-/);
    const { data } = (
      await send("PUT", `${path}/${id}`, { email: "a@example.com", first_name: "A", last_name: "B", ...own })
    ).body;
    expect([data.id, data.app_id]).toEqual([id, sandbox.credentials.lumyri.appId]);
    expect(data.company_id).not.toBe("mine");
  });

  test.each(["label_ids", "labels"])("take labels as %s", async (name) => {
    const id = await create("Ann", "X", { [name]: ["l-1", "l-2"] });
    const [{ labels }] = (await send("GET", path)).body.data.data;
    expect(labels).toEqual(["l-1", "l-2"]);
    expect((await send("GET", `${path}/${id}`)).body.lables).toEqual([
      { id: "l-1", name: "label1", color: "red" },
      { id: "l-2", name: "label2", color: "green" },
    ]);
  });

  test("are read bare, with lables in place of labels and without avatar", async () => {
    const id = await create("Ann", "X", { avatar: "a.png" });
    const { status, body } = await send("GET", `${path}/${id}`);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(
      ["address", "app_id", "company_id", "email", "first_name", "id", "lables", "last_name"].sort(),
    );
  });

  test("are replaced by an update", async () => {
    const id = await create("Ann", "X", { phone: "+83497898519", labels: ["l-1"], avatar: "a.png" });
    const sent = { email: "ben@example.com", first_name: "Ben", last_name: "Y" };
    const { status, body } = await send("PUT", `${path}/${id}`, sent);
    expect(status).toBe(200);
    expect(body).toMatchObject({ error: null, data: { ...sent, id, labels: null, avatar: "", address: [] } });
    expect(body.data).not.toHaveProperty("phone");
  });

  test("are sorted by name, ascending unless told otherwise, and paged up to last_page", async () => {
    for (const name of ["dora", "Ann", "carl", "Ben", "Eve"]) await create(name);
    const page = async (query: string) => {
      const { data, ...pages } = (await send("GET", `${path}?${query}`)).body.data;
      return [data.map(({ first_name }: { first_name: string }) => first_name).join(" "), pages];
    };
    expect(await page("")).toEqual(["Ann Ben carl dora Eve", { total: 5, per_page: 5, current_page: 1, last_page: 1 }]);
    expect(await page("limit=2&page=3&sort_by=name&order_by=desc")).toEqual([
      "Ann",
      { total: 5, per_page: 1, current_page: 3, last_page: 3 },
    ]);
    expect(await page("sort_by=description&limit=3")).toEqual([
      "dora Ann carl",
      { total: 5, per_page: 3, current_page: 1, last_page: 2 },
    ]);
    expect(await page("page=9")).toEqual(["", { total: 5, per_page: 0, current_page: 9, last_page: 1 }]);
  });

  test("are searched by name, e-mail address and phone number in either case", async () => {
    await create("Ann", "Smith", { phone: "+84 123" });
    await create("Ben", "Smithers");
    const total = async (search: string) =>
      (await send("GET", `${path}?search=${encodeURIComponent(search)}`)).body.data.total;
    expect(await total("")).toBe(2);
    expect(await total("smith")).toBe(2);
    expect(await total("BEN@")).toBe(1);
    expect(await total("+84 1")).toBe(1);
    expect(await total("nobody")).toBe(0);
  });

  test("are deleted by ids in the body, all of them or none", async () => {
    const [ann, ben, carl] = [await create("Ann"), await create("Ben"), await create("Carl")];
    const refused = await send("DELETE", path, { customer_ids: [ann, "nobody"] });
    expect([refused.status, refused.body]).toEqual([
      404,
      { error: "customer_ids: there is no customer nobody", data: null },
    ]);
    expect((await send("GET", path)).body.data.total).toBe(3);
    expect((await send("DELETE", path, { customer_ids: [ann, ben, ann] })).body).toEqual({
      error: null,
      data: { message: "OK" },
    });
    expect((await send("GET", path)).body.data.data).toMatchObject([{ id: carl }]);
    expect((await send("DELETE", path, { customer_ids: [ann] })).status).toBe(404);
    expect((await send("GET", `${path}/${ann}`)).status).toBe(404);
  });
});

describe("Lumyri's check of a request", () => {
  test.each([
    ["no token", undefined, 401],
    ["another token", "Bearer other", 401],
    ["another scheme", "Digest lumyri-sandbox-access-token", 401],
    ["Basic that isn't Base64", "Basic %", 401],
    ["the token as the user name of Basic", `Basic ${btoa("lumyri-sandbox-access-token:")}`, 200],
    ["Bearer in lower case", "bearer lumyri-sandbox-access-token", 200],
  ])("judges %s", async (_, authorization, expected) => {
    const { status, reason } = await send("GET", path, undefined, { headers: { authorization } });
    expect(status).toBe(expected);
    expect(reason).not.toContain("lumyri-sandbox-access-token");
  });

  test("wants the application's id for create, list and get only, and the right one everywhere", async () => {
    const id = await create("Ann");
    const sent = { email: "a@example.com", first_name: "A", last_name: "B" };
    const status = async (method: string, target: string, body: unknown, appId: string | undefined) =>
      (await send(method, target, body, { headers: { "x-app-id": appId } })).status;
    expect(await status("POST", path, sent, undefined)).toBe(400);
    expect(await status("GET", path, undefined, undefined)).toBe(400);
    expect(await status("GET", `${path}/${id}`, undefined, undefined)).toBe(400);
    expect(await status("PUT", `${path}/${id}`, sent, undefined)).toBe(200);
    expect(await status("PUT", `${path}/${id}`, sent, "other")).toBe(403);
    expect(await status("DELETE", path, { customer_ids: [id] }, undefined)).toBe(200);
  });

  test.each([
    ["POST", path, { email: "not an address", first_name: "A", last_name: "B" }, 400, "email"],
    ["POST", path, { email: "a@example.com", first_name: "A" }, 400, "last_name"],
    [
      "POST",
      path,
      { email: "a@b.co", first_name: "A", last_name: "B", address: [{ category: "Cave" }] },
      400,
      "address.0.category",
    ],
    ["DELETE", path, undefined, 400, "body"],
    ["DELETE", path, { customer_ids: [] }, 400, "customer_ids"],
    ["GET", `${path}?sort_by=email`, undefined, 400, "sort_by"],
    ["GET", `${path}?limit=0`, undefined, 400, "limit"],
    ["GET", `${path}?search=%ff`, undefined, 400, "query"],
    ["GET", `${path}/nobody`, undefined, 404, "customerId"],
    ["GET", `${path}/`, undefined, 404, "/users/customers/"],
    ["GET", `${path}/%ff`, undefined, 404, "/users/customers/%ff"],
    ["PATCH", path, {}, 404, "PATCH /users/customers"],
  ])("refuses %s %s and names what is wrong", async (method, target, body, expected, named) => {
    const answer = await send(method, target, body);
    expect([answer.status, answer.body.data]).toEqual([expected, null]);
    expect(answer.body.error.split(":")[0]).toBe(named);
  });
});
