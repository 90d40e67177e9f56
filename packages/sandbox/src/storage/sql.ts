// Storage in an SQL database, written once for all of them.
import type { Kysely, Transaction } from "kysely";
import { retried } from "./retry.ts";
import type { Schema } from "./schema.ts";
import { SqlCollection } from "./sql-collection.ts";
import { createSequence } from "./sql-keys.ts";
import type { Records, Storage } from "./storage.ts";

/** Makes a storage of a database whose tables are up to date. */
export function sqlStorage(db: Kysely<Schema>): Storage {
  const nextSequence = createSequence();
  const recordsOf = (within: Transaction<Schema>): Records => ({
    collection: (name) => new SqlCollection(within, name, nextSequence),
  });
  return {
    // Serializable, and not locks on rows: what is right then doesn't hang on each piece of work locking all that it
    // read, and no process that stands still holds up one that does something else. Work may have to be done again.
    transaction: (work) =>
      retried(() =>
        db
          .transaction()
          .setIsolationLevel("serializable")
          .execute((within) => work(recordsOf(within))),
      ),
    clear: () => retried(async () => void (await db.deleteFrom("sandbox_stored").execute())),
    close: () => db.destroy(),
  };
}
