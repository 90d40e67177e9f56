import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  nat,
  oneof,
  record,
  tuple,
} from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storages } from "../testing/storages.ts";
import type { Collection, Records, Selection, Storage } from "./storage.ts";

const incompressible = Array.from({ length: 4_000 }, (_, index) =>
  String.fromCharCode(0x4e00 + ((index * 7_919) % 20_011)),
).join("");

/** What databases and encodings trip over: NUL, halves of a pair, quotes, wildcards, and more than an index takes. */
const texts: Arbitrary<string> = oneof(
  constantFrom("", "a", "A", "b", "ab", "é", "e\u0301", "\0", "a\0b", "\ud83d", "\ude00", "😀", "\uffff", "\ufffd"),
  constantFrom("'", '"', "\\", "%", "_", "z".repeat(199), `${"z".repeat(200)}a`, `${"z".repeat(200)}b`, incompressible),
);
const times = constantFrom(-1, 0, 1, 1.5, 2, 1_800_000_000_000);
const maybe = { requiredKeys: ["id", "created", "value"] as ["id", "created", "value"] };
const things = record(
  { id: texts, created: times, uniqueKey: texts, sortKey: texts, searchText: texts, value: texts },
  maybe,
);

/** A selection; its cursors are numbers of things that are there. Mostly it lets most through. */
const selections = record(
  {
    orderBy: constantFrom("created", "sortKey"),
    descending: boolean(),
    search: oneof({ arbitrary: constant(undefined), weight: 4 }, constantFrom("a", ""), texts),
    from: oneof({ arbitrary: constantFrom(undefined, Number.NEGATIVE_INFINITY), weight: 2 }, times),
    to: oneof({ arbitrary: constantFrom(undefined, Number.POSITIVE_INFINITY), weight: 2 }, times),
    after: nat(20),
    before: nat(20),
    offset: nat(3),
    limit: nat(4).map((limit) => limit + 1),
  },
  { requiredKeys: [] },
);
type WantedSelection = typeof selections extends Arbitrary<infer Wanted> ? Wanted : never;

type Step = (collection: Collection<string>) => Promise<unknown>;

const insert = things.map(
  (thing): Step =>
    (all) =>
      all.insert(thing),
);
const steps: Arbitrary<Step> = oneof(
  { arbitrary: insert, weight: 3 },
  {
    arbitrary: things.map(
      (thing): Step =>
        async (all) =>
          (await all.get(thing.id)) && all.replace(thing),
    ),
    weight: 3,
  },
  texts.map(
    (id): Step =>
      (all) =>
        all.get(id),
  ),
  texts.map(
    (id): Step =>
      (all) =>
        all.delete(id),
  ),
  times.map(
    (time): Step =>
      (all) =>
        all.deleteBefore(time),
  ),
  {
    arbitrary: selections.map(
      (wanted): Step =>
        (all) =>
          select(all, wanted),
    ),
    weight: 8,
  },
  selections.map(
    ({ search, from, to }): Step =>
      (all) =>
        all.count({ search, from, to }),
  ),
);
const names = constantFrom("one", "two");
const filling = record({ name: names, steps: array(insert, { minLength: 5, maxLength: 15 }), fails: constant(false) });
const working = record({ name: names, steps: array(steps, { maxLength: 12 }), fails: nat(4).map((one) => one === 0) });
const transactions = tuple(filling, array(working, { minLength: 1, maxLength: 5 })).map(([first, rest]) => [
  first,
  ...rest,
]);

async function select(all: Collection<string>, { after, before, ...wanted }: WantedSelection) {
  const there = await all.select({});
  const idOf = (number: number | undefined) =>
    number === undefined || there.length === 0 ? undefined : there[number % there.length]?.id;
  const selection: Selection = { ...wanted, after: idOf(after), before: idOf(before) };
  return { selection, found: await all.select(selection) };
}

async function all(records: Records): Promise<unknown> {
  return [
    await records.collection("one").select({}),
    await records.collection("two").select({ orderBy: "sortKey", descending: true }),
  ];
}

describe("memory and databases", () => {
  const opened: Record<string, Storage> = {};

  beforeAll(async () => {
    for (const [name, open] of Object.entries(storages)) opened[name] = await open();
  });
  afterAll(async () => {
    for (const storage of Object.values(opened)) await storage.close();
  });

  test("answer the same to the same", { timeout: 120_000 }, async () => {
    const { memory, ...databases } = opened;
    await assert(
      asyncProperty(transactions, async (wanted) => {
        for (const storage of Object.values(opened)) await storage.clear();
        for (const { name, steps, fails } of wanted) {
          const run = (storage: Storage | undefined) =>
            storage?.transaction(async (records) => {
              const answers: unknown[] = [];
              for (const step of steps) answers.push(await step(records.collection(name)));
              if (fails) throw new Error(JSON.stringify(answers));
              return answers;
            });
          const expected = await settled(run(memory));
          const expectedRest = await memory?.transaction(all);
          for (const [name, database] of Object.entries(databases)) {
            expect(await settled(run(database)), name).toEqual(expected);
            expect(await database.transaction(all), name).toEqual(expectedRest);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** What a promise gave, or the message that it failed with. */
async function settled(promise: Promise<unknown> | undefined): Promise<unknown> {
  return promise?.catch((error: Error) => error.message);
}
