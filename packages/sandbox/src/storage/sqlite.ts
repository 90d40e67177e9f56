// Storage in an SQLite file, through Node's own SQLite.
import { resolve } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from "kysely";
import { defaultPatienceMs, retried } from "./retry.ts";
import { migrate, type Schema } from "./schema.ts";
import { sqlStorage } from "./sql.ts";
import type { Storage } from "./storage.ts";

/**
 * Opens a storage in an SQLite file, and makes the file if it isn't there.
 *
 * @param patienceMs How long another process that locks the file is waited for, in milliseconds.
 * @throws Error when the file can't be read or written, isn't SQLite's, or stays locked.
 */
export async function openSqlite(path: string, patienceMs: number = defaultPatienceMs): Promise<Storage> {
  let database: DatabaseSync | undefined;
  try {
    const opened = new DatabaseSync(path);
    database = opened;
    const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect({ database: bridge(opened) }) });
    await retried(async () => {
      // With a write-ahead log a transaction is one append. NORMAL leaves it to the operating system when that reaches
      // the disk: a process that is killed loses nothing; a machine that loses power may lose the last transactions,
      // never the file. FULL would add a wait for the disk to every request, for data that was made up.
      // SQLite's own waiting would hold up this whole process: `retried` waits instead.
      opened.exec("pragma busy_timeout = 0; pragma journal_mode = wal; pragma synchronous = normal");
      await migrate(db);
    }, patienceMs);
    return sqlStorage(db);
  } catch (error) {
    database?.close();
    const place = `an SQLite file, or none yet, that can be read and written at ${resolve(path)}`;
    throw new Error(`database: expected ${place}: ${error instanceof Error ? error.message : error}`);
  }
}

/** Gives Node's SQLite the form that Kysely expects. */
function bridge(database: DatabaseSync): SqliteDatabase {
  // There are as many texts as kinds of statements.
  const statements = new Map<string, StatementSync>();
  return {
    prepare(text) {
      const statement = statements.get(text) ?? database.prepare(text);
      statements.set(text, statement);
      const all = (parameters: readonly unknown[]) => statement.all(...(parameters as SQLInputValue[]));
      return {
        // Rows or none, `all` does for both: what was changed is asked for with RETURNING.
        reader: true,
        all,
        run: (parameters) => ({ changes: all(parameters).length, lastInsertRowid: 0 }),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
    close: () => database.close(),
  };
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Waits for its turn to write at the start, where another process can still be waited for. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

/** Migrates within a transaction, so that of two processes that start on one file the second finds all done. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
