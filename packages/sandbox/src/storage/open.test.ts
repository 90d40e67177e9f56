import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startSandbox } from "../node.ts";
import { createDatabase } from "../testing/postgres-server.ts";
import { temporaryFolder } from "../testing/storages.ts";
import { openStorage } from "./open.ts";
import { openSqlite } from "./sqlite.ts";

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true }));

/** All that an error shows. */
async function failure(database: string): Promise<string> {
  const error = await openStorage(database).then(
    () => undefined,
    (error: Error) => error,
  );
  return `${error?.message} ${error?.cause} ${JSON.stringify(error)}`;
}

describe("opening a storage", () => {
  test.each([
    ["", "found an empty text"],
    [":memory", "found what begins with :"],
    ["mysql://user:secret@host/db", "found what begins with mysql:"],
    ["file:secret.db", "found what begins with file:"],
    ["postgres:user:secret@host", "found what begins with postgres:"],
    ["postgres://user:sec/ret@host/db", "percent-encoded"],
    ["postgres://user:1?secret@host/db", "percent-encoded"],
    ["postgres://user:secret%zz@host/db", "percent-encoded"],
  ])("refuses %j without showing what may be secret", async (database, expected) => {
    const shown = await failure(database);
    expect(shown).toContain("database: expected ");
    expect(shown).toContain(expected);
    expect(shown).not.toMatch(/sec\/?ret/);
  });

  test("says which file can't be used, and why", async () => {
    const text = join(folder, "text.db");
    await writeFile(text, "This is no database, and long enough to be sure of it.".repeat(100));
    await mkdir(join(folder, "folder.db"));
    const cut = join(folder, "cut.db");
    await (await openStorage(cut)).close();
    const bytes = await readFile(cut);
    await writeFile(cut, bytes.subarray(0, 5_000).fill(0xff, 4_200));
    for (const [name, reason] of [
      ["text.db", "file is not a database"],
      ["folder.db", "unable to open database file"],
      ["missing/sandbox.db", "unable to open database file"],
      ["cut.db", "malformed"],
    ] as const) {
      expect(await failure(join(folder, name))).toContain(`at ${join(folder, name)}: `);
      expect(await failure(join(folder, name))).toContain(reason);
    }
  });

  test("says that a file is locked, and waits for one that won't be for long", async () => {
    const path = join(folder, "locked.db");
    const holder = new DatabaseSync(path);
    holder.exec("begin exclusive");
    await expect(openSqlite(path, 50)).rejects.toThrow(`${path}: database is locked`);
    const waiting = openSqlite(path);
    setImmediate(() => holder.close());
    await (await waiting).close();
  });

  test("says which server can't be reached, or what it has against it, but not the password", async () => {
    const url = new URL(await createDatabase(inject("postgresUrl")));
    const there = `${url.host}${url.pathname}`;
    const { password } = url;
    url.password = "s%C3%A9cret";
    expect(await failure(url.href)).toContain(`${there}: password authentication failed`);
    expect(await failure(url.href)).not.toMatch(/s(%C3%A9|é)cret/);
    url.password = password;
    url.pathname = "/nowhere";
    expect(await failure(url.href)).toContain('/nowhere: database "nowhere" does not exist');
    expect(await failure(url.href)).not.toContain(password);
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    url.port = String(port);
    expect(await failure(url.href)).toMatch(/127\.0\.0\.1:\d+\/nowhere: connect ECONNREFUSED/);
    expect(await failure(url.href)).not.toContain(password);
  });

  test("refuses a database that a newer version has made", async () => {
    const path = join(folder, "newer.db");
    await (await openStorage(path)).close();
    const database = new DatabaseSync(path);
    database.exec("insert into sandbox_migrations values ('9999-later', '2100-01-01T00:00:00.000Z')");
    database.close();
    expect(await failure(path)).toContain("9999-later");
  });

  test("keeps nothing open when a sandbox doesn't start", async () => {
    const path = join(folder, "unused.db");
    const credentials = { asiabill: { gatewayNo: "", signKey: "" } };
    await expect(startSandbox({ database: path, credentials })).rejects.toThrow("credentials.asiabill");
    const database = new DatabaseSync(path);
    // Possible for the only connection.
    expect(database.prepare("pragma journal_mode = delete").all()).toMatchObject([{ journal_mode: "delete" }]);
    database.close();
  });
});
