import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { storages } from "../testing/storages.ts";
import type { Collection, Selection, Storage, Stored } from "./storage.ts";

let storage: Storage;

function inThings<T>(work: (things: Collection<string>) => Promise<T>): Promise<T> {
  return storage.transaction((records) => work(records.collection<string>("things")));
}

function thing(id: string, more: Partial<Stored<string>> = {}): Stored<string> {
  return { id, created: 0, value: id, ...more };
}

async function ids(selection: Selection = {}): Promise<string> {
  return (await inThings((things) => things.select(selection))).map(({ id }) => id).join("");
}

describe.each(Object.entries(storages))("storage in %s", (_, open) => {
  beforeAll(async () => {
    storage = await open();
  });
  beforeEach(() => storage.clear());
  afterAll(() => storage.close());

  describe("a collection", () => {
    test("takes an id and a unique key once", async () => {
      await inThings(async (things) => {
        expect(await things.insert(thing("a", { uniqueKey: "k" }))).toBe(true);
        expect(await things.insert(thing("a"))).toBe(false);
        expect(await things.insert(thing("b", { uniqueKey: "k" }))).toBe(false);
        expect(await things.insert(thing("b", { uniqueKey: "l" }))).toBe(true);
        expect(await things.replace(thing("b", { uniqueKey: "k" }))).toBe(false);
        expect(await things.replace(thing("a", { uniqueKey: "m" }))).toBe(true);
        expect(await things.replace(thing("b", { uniqueKey: "k" }))).toBe(true);
        expect(await things.delete("b")).toBe(true);
        expect(await things.delete("b")).toBe(false);
        expect(await things.insert(thing("c", { uniqueKey: "k" }))).toBe(true);
      });
    });

    test("replaces only what is there", async () => {
      await expect(inThings((things) => things.replace(thing("a")))).rejects.toThrow('expected "a" to be there');
    });

    test("is in the order of creation, whatever the order of insertion, and keeps it when something is replaced", async () => {
      await inThings(async (things) => {
        for (const [id, created] of [
          ["c", 2],
          ["a", 1],
          ["b", 1],
          ["d", 3],
        ] as const)
          await things.insert(thing(id, { created }));
        await things.replace(thing("a", { created: 1, value: "new" }));
      });
      expect(await ids()).toBe("abcd");
      expect(await ids({ descending: true })).toBe("dcba");
      expect(await ids({ from: 2 })).toBe("cd");
      expect(await ids({ from: 1, to: 2, descending: true })).toBe("cba");
      expect(await ids({ after: "a" })).toBe("bcd");
      expect(await ids({ after: "d", descending: true, limit: 2 })).toBe("cb");
      expect(await ids({ before: "d", limit: 2 })).toBe("bc");
      expect(await ids({ before: "a", limit: 2 })).toBe("");
      expect(await ids({ after: "a", from: 2, offset: 1 })).toBe("d");
      expect(await ids({ offset: 1, limit: 2 })).toBe("bc");
    });

    test("forgets what is older than a time", async () => {
      await inThings(async (things) => {
        for (const created of [1, 2, 3])
          await things.insert(thing(String(created), { created, uniqueKey: String(created) }));
        await things.deleteBefore(3);
        expect(await things.insert(thing("4", { created: 4, uniqueKey: "1" }))).toBe(true);
      });
      expect(await ids()).toBe("34");
    });

    test("is sorted and searched by what is stored for it", async () => {
      await inThings(async (things) => {
        await things.insert(thing("a", { sortKey: "z", searchText: "one two" }));
        await things.insert(thing("b", { sortKey: "y", searchText: "two three" }));
        expect(await things.count({ search: "two" })).toBe(2);
        expect(await things.count({ search: "three" })).toBe(1);
        expect(await things.count()).toBe(2);
      });
      expect(await ids({ orderBy: "sortKey" })).toBe("ba");
      expect(await ids({ search: "one" })).toBe("a");
    });
  });

  describe("a transaction", () => {
    test("that fails leaves everything as it was, in its order", async () => {
      await inThings(async (things) => {
        for (const id of ["a", "b", "c"]) await things.insert(thing(id, { uniqueKey: id }));
      });
      const failed = inThings(async (things) => {
        await things.replace(thing("a", { uniqueKey: "x", value: "changed" }));
        await things.delete("b");
        await things.insert(thing("d", { uniqueKey: "b" }));
        throw new Error("no");
      });
      await expect(failed).rejects.toThrow("no");
      expect(await ids()).toBe("abc");
      await inThings(async (things) => {
        expect(await things.get("a")).toEqual(thing("a", { uniqueKey: "a" }));
        expect(await things.insert(thing("e", { uniqueKey: "b" }))).toBe(false);
        expect(await things.insert(thing("e", { uniqueKey: "x" }))).toBe(true);
      });
    });

    test("has nothing else between its steps", async () => {
      await inThings((things) => things.insert(thing("n", { value: "0" })));
      const increment = () =>
        inThings(async (things) => {
          const { value } = (await things.get("n")) as Stored<string>;
          await things.replace(thing("n", { value: String(Number(value) + 1) }));
        });
      await Promise.all(Array.from({ length: 20 }, increment));
      expect((await inThings((things) => things.get("n")))?.value).toBe("20");
    });

    test("finds nothing after everything was forgotten", async () => {
      await inThings((things) => things.insert(thing("a")));
      await storage.clear();
      expect(await ids()).toBe("");
    });
  });
});
