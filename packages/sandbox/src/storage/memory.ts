import { matches, select } from "./select.ts";
import type { Collection, Records, Selection, Storage, Stored } from "./storage.ts";

/** Makes a storage that is gone with the process. */
export function memoryStorage(): Storage {
  const collections = new Map<string, MemoryCollection<unknown>>();
  const undo: (() => void)[] = [];
  const records: Records = {
    collection<Value>(name: string): Collection<Value> {
      const collection = collections.get(name) ?? new MemoryCollection(undo);
      collections.set(name, collection);
      return collection as unknown as Collection<Value>;
    },
  };
  let last: Promise<unknown> = Promise.resolve();

  function transaction<T>(work: (records: Records) => Promise<T>): Promise<T> {
    const run = async () => {
      undo.length = 0;
      try {
        return await work(records);
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      }
    };
    // One after the other, whether or not the one before succeeded.
    const result = last.then(run, run);
    last = result;
    return result;
  }
  return { transaction, clear: () => transaction(async () => collections.clear()), close: async () => {} };
}

/** A thing, and the number of its insertion: a deleted one that is put back gets its old place. */
interface Entry<Value> {
  readonly sequence: number;
  readonly stored: Stored<Value>;
}

class MemoryCollection<Value> implements Collection<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #idByUniqueKey = new Map<string, string>();
  readonly #undo: (() => void)[];
  #sequence = 0;

  /** @param undo Gets, for each change, what takes it back. */
  constructor(undo: (() => void)[]) {
    this.#undo = undo;
  }

  async insert(stored: Stored<Value>): Promise<boolean> {
    if (this.#entries.has(stored.id) || this.#isTaken(stored)) return false;
    this.#put({ sequence: this.#sequence++, stored });
    this.#undo.push(() => this.#remove(stored));
    return true;
  }

  async get(id: string): Promise<Stored<Value> | undefined> {
    return this.#entries.get(id)?.stored;
  }

  async replace(stored: Stored<Value>): Promise<boolean> {
    const old = this.#entries.get(stored.id);
    if (!old) throw new Error(`expected ${JSON.stringify(stored.id)} to be there`);
    if (this.#isTaken(stored)) return false;
    this.#remove(old.stored);
    this.#put({ ...old, stored });
    this.#undo.push(() => {
      this.#remove(stored);
      this.#put(old);
    });
    return true;
  }

  async delete(id: string): Promise<boolean> {
    const old = this.#entries.get(id);
    if (!old) return false;
    this.#remove(old.stored);
    this.#undo.push(() => this.#put(old));
    return true;
  }

  async deleteBefore(created: number): Promise<void> {
    for (const { stored } of this.#entries.values()) if (stored.created < created) await this.delete(stored.id);
  }

  async select(selection: Selection): Promise<readonly Stored<Value>[]> {
    const entries = [...this.#entries.values()].sort((a, b) => a.sequence - b.sequence);
    return select(
      entries.map(({ stored }) => stored),
      selection,
    );
  }

  async count(selection: Selection = {}): Promise<number> {
    let count = 0;
    for (const { stored } of this.#entries.values()) if (matches(stored, selection)) count++;
    return count;
  }

  #isTaken({ id, uniqueKey }: Stored<Value>): boolean {
    const owner = uniqueKey === undefined ? undefined : this.#idByUniqueKey.get(uniqueKey);
    return owner !== undefined && owner !== id;
  }

  #put(entry: Entry<Value>): void {
    const { id, uniqueKey } = entry.stored;
    this.#entries.set(id, entry);
    if (uniqueKey !== undefined) this.#idByUniqueKey.set(uniqueKey, id);
  }

  #remove({ id, uniqueKey }: Stored<Value>): void {
    this.#entries.delete(id);
    if (uniqueKey !== undefined) this.#idByUniqueKey.delete(uniqueKey);
  }
}
