// The storages that there are, each empty and of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { memoryStorage } from "../storage/memory.ts";
import { openStorage } from "../storage/open.ts";
import type { Storage } from "../storage/storage.ts";
import { createDatabase } from "./postgres-server.ts";

/** Makes a storage. Closing it removes its files. */
export const storages: Readonly<Record<"memory" | "SQLite" | "PostgreSQL", () => Promise<Storage>>> = {
  memory: async () => memoryStorage(),
  async SQLite() {
    const folder = await temporaryFolder();
    const storage = await openStorage(join(folder, "sandbox.db"));
    return {
      ...storage,
      async close() {
        await storage.close();
        await rm(folder, { recursive: true });
      },
    };
  },
  PostgreSQL: async () => openStorage(await createDatabase(inject("postgresUrl"))),
};

/** @returns The path of a new folder. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "sandbox-"));
}
