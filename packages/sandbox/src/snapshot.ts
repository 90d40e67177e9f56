// Takes what a sandbox keeps out of it, and puts it back.
import { type Named, optional, readObject, unexpected } from "./read.ts";
import type { Records, Storage, Stored } from "./storage/storage.ts";

/** All that a sandbox keeps: plain data that JSON can write. */
export interface Snapshot {
  readonly version: 1;
  readonly collections: Readonly<Record<string, readonly Stored<unknown>[]>>;
}

/** @param names The collections that there are. */
export function takeSnapshot(storage: Storage, names: readonly string[]): Promise<Snapshot> {
  return storage.transaction(async (records) => {
    const collections: Record<string, readonly Stored<unknown>[]> = {};
    for (const name of names) collections[name] = structuredClone(await records.collection(name).select({}));
    return { version: 1, collections };
  });
}

/**
 * Puts what a snapshot has in the place of all that is kept, or else changes nothing.
 *
 * @param snapshot What {@link takeSnapshot} gave.
 * @param names The collections that there are.
 * @throws TypeError that names what isn't as a snapshot has it.
 */
export async function restoreSnapshot(snapshot: unknown, storage: Storage, names: readonly string[]): Promise<void> {
  const field = readObject("", snapshot, ["version", "collections"]);
  if (field("version").value !== 1) throw unexpected(field("version"), "1");
  const collections = readObject("collections", field("collections").value, names);
  const lists = names.map((name) => [name, readList(collections(name))] as const);
  await storage.transaction(async (records) => {
    for (const [name, list] of lists) await refill(records, name, list);
  });
}

async function refill(records: Records, name: string, list: readonly Stored<unknown>[]): Promise<void> {
  const collection = records.collection(name);
  for (const { id } of await collection.select({})) await collection.delete(id);
  for (const [index, stored] of list.entries()) {
    if (await collection.insert(stored)) continue;
    throw new TypeError(`collections.${name}[${index}]: expected an id and a unique key that no other one has`);
  }
}

function readList({ name, value }: Named): Stored<unknown>[] {
  if (!Array.isArray(value)) throw unexpected({ name, value }, "a list");
  return value.map((item, index) => readStored({ name: `${name}[${index}]`, value: item }));
}

function readStored({ name, value }: Named): Stored<unknown> {
  const field = readObject(name, value, ["id", "created", "uniqueKey", "sortKey", "searchText", "value"]);
  const created = field("created").value;
  if (!Number.isSafeInteger(created)) throw unexpected(field("created"), "Unix milliseconds");
  if (field("value").value === undefined) throw unexpected(field("value"), "what was kept");
  readText(field("id"));
  for (const key of ["uniqueKey", "sortKey", "searchText"] as const) optional(field(key), readText);
  return structuredClone(value) as Stored<unknown>;
}

function readText(named: Named): void {
  if (typeof named.value !== "string") throw unexpected(named, "a text");
}
