// What somebody gets who installs one client.
import { lstatSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Processes } from "./processes.ts";
import type { Release } from "./release.ts";
import type { Outcome } from "./run-consumer.ts";

const limits = { packages: 4, bytes: 500_000 };

/** What an install came to. */
export interface InstallSize {
  readonly packages: number;
  /** The sizes of all files, added up. */
  readonly bytes: number;
}

/**
 * Installs one package by name in an empty project, and holds what came against the limits.
 *
 * @param folder - An empty folder.
 */
export async function measureInstall(
  { run }: Processes,
  { name }: Release,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  mkdirSync(folder);
  await run({ argv: ["npm", "install", name], cwd: folder, env });
  const { packages, bytes } = installSize(join(folder, "node_modules"));
  const isWithin = packages <= limits.packages && bytes <= limits.bytes;
  return {
    consumer: `npm install ${name}`,
    label: `${packages} packages, ${megabytes(bytes)}`,
    calls: [],
    requests: 0,
    result: isWithin ? "passed" : "failed",
    ...(!isWithin && { reason: `expected at most ${limits.packages} packages and ${megabytes(limits.bytes)}` }),
  };
}

/** Counts what npm installed in a `node_modules`, which lists it in a lock file of its own. */
export function installSize(modules: string): InstallSize {
  const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8")) as { packages: object };
  const bytes = readdirSync(modules, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + lstatSync(join(parentPath, name)).size, 0);
  return { packages: Object.keys(packages).length, bytes };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(2)} MB`;
}
