// A PostgreSQL server of one's own, for tests.
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { Started } from "./postgres-process.ts";

/** A server that runs. */
export interface PostgresServer {
  /** The URL of a database that is there, `postgres://user:password@127.0.0.1:port/postgres`. */
  readonly url: string;
  /** Ends it, and removes its files; so does the end of this process, however it comes. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a free port of 127.0.0.1, with its files in a temporary folder.
 *
 * @param flags Of the server, `-c name=value`.
 * @throws Error when it doesn't start, with its log.
 */
export async function startPostgres(flags: readonly string[] = []): Promise<PostgresServer> {
  // In a process group of its own, Ctrl+C doesn't reach it before its files can be removed.
  const child = fork(fileURLToPath(new URL("./postgres-process.ts", import.meta.url)), flags, { detached: true });
  const exited = once(child, "exit");
  const stop = async () => {
    if (child.connected) child.disconnect();
    await exited;
  };
  const started = await Promise.race([
    once(child, "message").then(([message]): Started => message),
    exited.then(([code]): Started => ({ error: `PostgreSQL's process ended with ${code}` })),
  ]);
  if ("url" in started) return { url: started.url, stop };
  await stop();
  throw new Error(started.error);
}

/**
 * Makes an empty database.
 *
 * @param url A server's.
 * @returns The URL of the new one.
 */
export async function createDatabase(url: string): Promise<string> {
  const name = `d${randomBytes(8).toString("hex")}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return new URL(`/${name}`, url).href;
}
