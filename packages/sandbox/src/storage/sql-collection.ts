import type { Insertable, Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import { keyOf, sortedBytes } from "./sql-keys.ts";
import { type Cursor, matching, type Rows, selected } from "./sql-selection.ts";
import { type Collection, type Selection, type Stored, searchedText, sortedText } from "./storage.ts";

type Row = Insertable<Schema["sandbox_stored"]>;

/** A collection within a transaction of an SQL database. */
export class SqlCollection<Value> implements Collection<Value> {
  readonly #db: Kysely<Schema>;
  readonly #name: string;
  readonly #nextSequence: () => Uint8Array;

  constructor(db: Kysely<Schema>, name: string, nextSequence: () => Uint8Array) {
    this.#db = db;
    this.#name = name;
    this.#nextSequence = nextSequence;
  }

  async insert(stored: Stored<Value>): Promise<boolean> {
    const inserted = await this.#db
      .insertInto("sandbox_stored")
      .values({ collection: this.#name, sequence: this.#nextSequence(), ...rowOf(stored) })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id_key")
      .executeTakeFirst();
    return inserted !== undefined;
  }

  async get(id: string): Promise<Stored<Value> | undefined> {
    const found = await this.#rows().where("id_key", "=", keyOf(id)).select("stored").executeTakeFirst();
    return found && JSON.parse(found.stored);
  }

  async replace(stored: Stored<Value>): Promise<boolean> {
    const row = rowOf(stored);
    if (row.unique_key) {
      const { unique_key, id_key } = row;
      // An update that breaks a unique index would end PostgreSQL's transaction.
      const owners = this.#rows().where("unique_key", "=", unique_key).where("id_key", "<>", id_key);
      if (await owners.select("id_key").executeTakeFirst()) return false;
    }
    const replaced = await this.#db
      .updateTable("sandbox_stored")
      .set(row)
      .where("collection", "=", this.#name)
      .where("id_key", "=", row.id_key)
      .returning("id_key")
      .executeTakeFirst();
    if (!replaced) throw new Error(`expected ${JSON.stringify(stored.id)} to be there`);
    return true;
  }

  async delete(id: string): Promise<boolean> {
    const deleted = await this.#db
      .deleteFrom("sandbox_stored")
      .where("collection", "=", this.#name)
      .where("id_key", "=", keyOf(id))
      .returning("id_key")
      .executeTakeFirst();
    return deleted !== undefined;
  }

  async deleteBefore(created: number): Promise<void> {
    await this.#db
      .deleteFrom("sandbox_stored")
      .where("collection", "=", this.#name)
      .where("created", "<", created)
      .execute();
  }

  async select(selection: Selection): Promise<readonly Stored<Value>[]> {
    const { after, before } = selection;
    const query = selected(this.#rows(), selection, await this.#cursor(after), await this.#cursor(before));
    const found = (await query.select("stored").execute()).map(({ stored }): Stored<Value> => JSON.parse(stored));
    return before === undefined ? found : found.reverse();
  }

  async count(selection: Selection = {}): Promise<number> {
    const query = matching(this.#rows(), selection).select((select) => select.fn.countAll().as("count"));
    return Number((await query.executeTakeFirstOrThrow()).count);
  }

  #rows(): Rows {
    return this.#db.selectFrom("sandbox_stored").where("collection", "=", this.#name);
  }

  async #cursor(id: string | undefined): Promise<Cursor | undefined> {
    if (id === undefined) return undefined;
    const found = this.#rows().where("id_key", "=", keyOf(id)).select(["created", "sort_key", "sequence"]);
    return found.executeTakeFirst();
  }
}

function rowOf(stored: Stored<unknown>): Omit<Row, "collection" | "sequence"> {
  const { id, created, uniqueKey, searchText = "" } = stored;
  return {
    id_key: keyOf(id),
    unique_key: uniqueKey === undefined ? null : keyOf(uniqueKey),
    created,
    sort_key: sortedBytes(sortedText(stored)),
    search_text: searchedText(searchText),
    stored: JSON.stringify(stored),
  };
}
