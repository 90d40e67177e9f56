// Storage in a PostgreSQL database, which several sandbox processes can share.
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { migrate, type Schema } from "./schema.ts";
import { sqlStorage } from "./sql.ts";
import type { Storage } from "./storage.ts";

/** Few are enough, and the fewer transactions are under way, the fewer collide. */
const maxConnections = 4;

/** How long the server is waited for, in milliseconds. */
const connectionTimeoutMs = 5_000;

/** After so long a process that stands still in the middle of its work holds up the others no more, in milliseconds. */
const idleTimeoutMs = 10_000;

/**
 * Opens a storage in a PostgreSQL database.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws TypeError for a URL that can't be read; Error when the server can't be reached or refuses; never with the
 * password.
 */
export async function openPostgres(url: string): Promise<Storage> {
  const where = describe(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectionTimeoutMs,
    idle_in_transaction_session_timeout: idleTimeoutMs,
    application_name: "customer-clients sandbox",
  });
  // A connection that is lost while nobody uses it is no fault: the next one is made when it is needed.
  pool.on("error", () => {});
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw new Error(`database: expected a PostgreSQL database that can be used at ${where}: ${reasonOf(error)}`);
  }
  return sqlStorage(db);
}

/** What of a URL may be shown. Its errors aren't: they hold all of it. */
function describe(url: string): string {
  // With an @ elsewhere, a part of the password would be taken for the host or the database.
  const parsed = /^[^/]+\/\/[^/?#]*[/?#].*@/.test(url) ? null : URL.parse(url);
  if (parsed && isEncoded(parsed.username) && isEncoded(parsed.password)) {
    return `${parsed.host || "the local host"}${parsed.pathname}`;
  }
  throw new TypeError(
    "database: expected postgres://user:password@host:port/database, with all but letters and digits of the user's name " +
      "and the password percent-encoded",
  );
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** What the server or the connection says, which never has the password. */
function reasonOf(error: unknown): string {
  const { message, code, errors = [] } = error as { message?: string; code?: string; errors?: readonly Error[] };
  return message || errors.map((each) => each.message).join(", ") || code || String(error);
}
