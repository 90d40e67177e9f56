import { rm } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createLumyriClient, type LumyriClient } from "@customer-clients/lumyri";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProcess } from "../src/testing/processes.ts";
import { temporaryFolder } from "../src/testing/storages.ts";

const kills = 100;
const writers = 6;

/** What may be found of a customer: one state, or two while a change isn't acknowledged. `undefined` is "not there". */
const allowed = new Map<string, readonly (string | undefined)[]>();
/** Customers that are deleted in one request: all or none. */
const groups: (readonly string[])[] = [];
let sent = 0;
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a killed sandbox has every customer that it acknowledged, and none in part", { timeout: 300_000 }, async () => {
  const file = join(folder, "sandbox.db");
  for (let round = 0; round < kills; round++) {
    const { urls, credentials, kill } = await startProcess(file, folder);
    const lumyri = createLumyriClient({ ...credentials.lumyri, baseUrl: urls.lumyri, maxRetries: 0 });
    // Each time after another number of answers, with as many requests under way as there are writers; and each second
    // time in the middle of a request that takes many steps.
    let left = 1 + ((round * 17) % 100);
    let killed: Promise<void> | undefined;
    const answered = (isInTheMiddle: boolean) => {
      if (--left <= 0 && (isInTheMiddle || round % 2 === 0)) killed ??= kill();
    };
    await Promise.all(Array.from({ length: writers }, (_, index) => writeUntilLost(lumyri, 4 + 4 * index, answered)));
    await killed;
  }

  const { urls, credentials, kill } = await startProcess(file, folder);
  const lumyri = createLumyriClient({ ...credentials.lumyri, baseUrl: urls.lumyri });
  const found = new Map<string, string>();
  for await (const customer of lumyri.customers.list({ limit: 100 })) {
    const { id, first_name, last_name, email, phone } = customer;
    expect(found.has(id)).toBe(false);
    expect([last_name, email, phone]).toEqual(restOf(first_name));
    found.set(id, first_name);
  }
  for (const [id, states] of allowed) expect(states).toContain(found.get(id));
  for (const ids of groups) expect(new Set(ids.map((id) => found.has(id))).size).toBe(1);
  const acknowledged = [...allowed.values()].filter((states) => states.length === 1 && states[0] !== undefined);
  expect(acknowledged.length).toBeGreaterThan(kills);
  await kill();
  const database = new DatabaseSync(file, { readOnly: true });
  expect(database.prepare("pragma integrity_check").all()).toMatchObject([{ integrity_check: "ok" }]);
  database.close();
});

/** Creates customers, changes one and deletes them all at once, until the sandbox is gone. */
async function writeUntilLost(
  { customers }: LumyriClient,
  size: number,
  answered: (isInTheMiddle: boolean) => void,
): Promise<void> {
  const write = async (ids: readonly string[], state: string | undefined, work: () => Promise<unknown>) => {
    for (const id of ids) allowed.set(id, [...(allowed.get(id) ?? []), state]);
    await work();
    for (const id of ids) allowed.set(id, [state]);
    answered(false);
  };
  const create = async () => {
    const name = nextName();
    const { id } = await customers.create(bodyOf(name));
    allowed.set(id, [name]);
    answered(false);
    return id;
  };
  try {
    for (;;) {
      const first = await create();
      const ids = [first];
      while (ids.length < size) ids.push(await create());
      const name = nextName();
      await write([first], name, () => customers.update(first, bodyOf(name)));
      groups.push(ids);
      // Its answer says that the sandbox is at the request behind it now.
      const before = customers.list({ limit: 1 }).then(() => answered(true));
      const both = await Promise.allSettled([
        before,
        write(ids, undefined, () => customers.delete({ customer_ids: ids })),
      ]);
      for (const one of both) if (one.status === "rejected") throw one.reason;
    }
  } catch (error) {
    if ((error as Error).name !== "ConnectionError") throw error;
  }
}

function nextName(): string {
  return `name${++sent}`;
}

function restOf(name: string): [string, string, string] {
  return [`${name}${"x".repeat(2_000)}`, `${name}@example.com`, name.replace("name", "")];
}

function bodyOf(first_name: string) {
  const [last_name, email, phone] = restOf(first_name);
  return { first_name, last_name, email, phone };
}
