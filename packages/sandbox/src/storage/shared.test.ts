import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { startSandbox } from "../node.ts";
import type { Sandbox } from "../sandbox.ts";
import { createDatabase } from "../testing/postgres-server.ts";
import { senders } from "../testing/send.ts";
import { temporaryFolder } from "../testing/storages.ts";
import { openStorage } from "./open.ts";
import type { Storage, Stored } from "./storage.ts";

let folder: string;
let files = 0;
const databases = {
  SQLite: async () => join(folder, `${++files}.db`),
  PostgreSQL: () => createDatabase(inject("postgresUrl")),
};

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(Object.entries(databases))("several that share one database of %s", (_, create) => {
  const opened: (Storage | Sandbox)[] = [];

  async function open(count: number): Promise<Storage[]> {
    const database = await create();
    const storages = await Promise.all(Array.from({ length: count }, () => openStorage(database)));
    opened.push(...storages);
    return storages;
  }

  async function start(count: number): Promise<Sandbox[]> {
    const database = await create();
    const sandboxes = await Promise.all(Array.from({ length: count }, () => startSandbox({ database })));
    opened.push(...sandboxes);
    return sandboxes;
  }

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.close()));
  });

  test("start at the same time on an empty one", async () => {
    for (const storage of await open(4)) {
      expect(await storage.transaction((records) => records.collection("things").count())).toBe(0);
    }
  });

  test("lose no change that each makes to what it read", async () => {
    const storages = await open(3);
    const change = (storage: Storage | undefined, by: number) =>
      storage?.transaction(async (records) => {
        const things = records.collection<number>("things");
        const { value } = (await things.get("n")) as Stored<number>;
        await things.replace({ id: "n", created: 0, value: value + by });
      });
    await storages[0]?.transaction((records) => records.collection("things").insert({ id: "n", created: 0, value: 0 }));
    await Promise.all(Array.from({ length: 30 }, (_, index) => change(storages[index % storages.length], 1)));
    const found = await storages[1]?.transaction((records) => records.collection("things").get("n"));
    expect(found?.value).toBe(30);
  });

  test("keep a rule that no single row shows", async () => {
    const storages = await open(2);
    // Each takes away one of two things, but only if both are there.
    const takeAway = (storage: Storage, id: string) =>
      storage.transaction(async (records) => {
        const things = records.collection("things");
        return (await things.count()) === 2 && things.delete(id);
      });
    for (let round = 0; round < 10; round++) {
      await storages[0]?.transaction(async (records) => {
        for (const id of ["a", "b"]) await records.collection("things").insert({ id, created: 0, value: null });
      });
      const taken = await Promise.all(storages.map((storage, index) => takeAway(storage, "ab"[index] ?? "")));
      expect(taken.toSorted()).toEqual([false, true]);
    }
  });

  test.each([
    ["insertions", [false, false]],
    ["changes", [true, true]],
    ["an insertion and a change", [false, true]],
  ])("give a unique key to one thing, by %s", async (_, areChanges) => {
    const storages = await open(2);
    const put = (storage: Storage, id: string, uniqueKey: string, isChange: boolean | undefined) =>
      storage.transaction(async (records) => {
        const things = records.collection("things");
        const thing = { id, created: 0, value: null };
        if (!isChange) return things.insert({ ...thing, uniqueKey });
        await things.insert(thing);
        return things.replace({ ...thing, uniqueKey });
      });
    for (let round = 0; round < 20; round++) {
      const done = storages.map((storage, index) => put(storage, `${round}-${index}`, `${round}`, areChanges[index]));
      expect((await Promise.all(done)).toSorted()).toEqual([false, true]);
    }
  });

  test("refuse a repeated request id and a doubled customer code of any of them", async () => {
    const sandboxes = await start(2);
    const [first, second] = sandboxes.map((sandbox) => senders(sandbox));
    const create = (asiabill: NonNullable<typeof first>["asiabill"]) => asiabill("POST", "/V2022-03/customers", {});
    // Each sender counts its request ids from the same number.
    const repeated = await Promise.all([first, second].flatMap((sender) => (sender ? [create(sender.asiabill)] : [])));
    expect(repeated.map(({ body }) => body.code).toSorted()).toEqual(["00000", "L0004"]);
    const general_info = { customer_code: "c", name: "n", phone: "0901234567", phone_code: "+84", type: "personal" };
    const doubled = [first, second].map((sender) => sender?.finan("POST", "/api/v1/customers", { general_info }));
    expect((await Promise.all(doubled)).map((answer) => answer?.status).toSorted()).toEqual([200, 409]);
    expect((await second?.finan("GET", "/api/v1/customers"))?.body.data).toHaveLength(1);
  });

  test("find what was kept before", async () => {
    const database = await create();
    const before = await startSandbox({ database });
    const sms_code = { id: "sms_1", code: "123456" };
    const sent = { app: "app_1", source: "tok_1", sms_code };
    const { status, body } = await senders(before).pingxx("POST", "/v1/customers", sent);
    expect(status).toBe(200);
    await before.close();
    const after = await startSandbox({ database });
    opened.push(after);
    expect((await senders(after).pingxx("GET", `/v1/customers/${body.id}`)).body).toEqual(body);
  });
});
