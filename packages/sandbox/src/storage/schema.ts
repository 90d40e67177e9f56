// The table that things are kept in, the same in SQLite and PostgreSQL.
import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";

/** The tables. Their names tell them from what else a team keeps in its database. */
export interface Schema {
  readonly sandbox_stored: StoredTable;
}

/**
 * Things of all collections. What SQL searches for has a column of its own, in a form in which every text can be kept,
 * found and sorted by code unit whatever the database's encoding and collation.
 */
interface StoredTable {
  readonly collection: string;
  /** A hash of the id. */
  readonly id_key: Uint8Array;
  /** A hash of the unique key. */
  readonly unique_key: Uint8Array | null;
  readonly created: number;
  /** UTF-16, big-endian. */
  readonly sort_key: Uint8Array;
  /** Grows with each insertion. */
  readonly sequence: Uint8Array;
  readonly search_text: string;
  /** The thing itself in JSON, which escapes what a database's text can't hold. */
  readonly stored: string;
}

/**
 * Brings a database's tables up to date. Of several processes that start at the same time, one does.
 *
 * @throws Error when the database can't be reached or used, or is of a newer version.
 */
export async function migrate(db: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: "sandbox_migrations",
    migrationLockTableName: "sandbox_migrations_lock",
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** By name, in their order. One that was released is never changed: another one follows it. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-stored": {
    async up(db) {
      // SQLite takes any name of a type, and keeps bytes as they are.
      const bytes = sql`bytea`;
      await db.schema
        .createTable("sandbox_stored")
        .addColumn("collection", "text", (column) => column.notNull())
        .addColumn("id_key", bytes, (column) => column.notNull())
        .addColumn("unique_key", bytes)
        .addColumn("created", "double precision", (column) => column.notNull())
        .addColumn("sort_key", bytes, (column) => column.notNull())
        .addColumn("sequence", bytes, (column) => column.notNull())
        .addColumn("search_text", "text", (column) => column.notNull())
        .addColumn("stored", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("sandbox_stored_id", ["collection", "id_key"])
        .execute();
      const index = (name: string) => db.schema.createIndex(`sandbox_stored_${name}`).on("sandbox_stored");
      const unique = index("unique_key").unique().columns(["collection", "unique_key"]);
      await unique.where("unique_key", "is not", null).execute();
      await index("created").columns(["collection", "created", "sequence"]).execute();
      await index("sort_key").columns(["collection", "sort_key", "sequence"]).execute();
    },
  },
};
