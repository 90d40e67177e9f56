import { memoryStorage } from "./memory.ts";
import type { Storage } from "./storage.ts";

/**
 * Opens the storage that an option names. A database's driver is loaded only when it is used.
 *
 * @param database The path of an SQLite file, which is made if it isn't there; `:memory:`; or the URL of a PostgreSQL
 * database, `postgres://user:password@host:port/database`.
 * @throws TypeError for anything else; Error when the database can't be used, never with its password.
 */
export async function openStorage(database = ":memory:"): Promise<Storage> {
  if (database === ":memory:") return memoryStorage();
  if (/^postgres(ql)?:\/\//i.test(database)) return (await import("./postgres.ts")).openPostgres(database);
  // A Windows drive is one letter. What follows a scheme may be secret.
  const [scheme] = /^(:|[a-z][a-z\d+.-]+:)/i.exec(database) ?? [];
  if (database === "" || scheme !== undefined) {
    const found = scheme === undefined ? "an empty text" : `what begins with ${scheme}`;
    throw new TypeError(`database: expected the path of a file, ":memory:" or a postgres:// URL, found ${found}`);
  }
  return (await import("./sqlite.ts")).openSqlite(database);
}
