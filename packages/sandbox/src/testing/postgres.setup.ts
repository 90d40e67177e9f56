// One PostgreSQL server for all tests of a run.
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** See {@link startPostgres}. */
    readonly postgresUrl: string;
  }
}

/** Starts the server, and gives what stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Only what a crash of the machine would show is switched off.
  const { url, stop } = await startPostgres(["-c", "fsync=off"]);
  project.provide("postgresUrl", url);
  return stop;
}
