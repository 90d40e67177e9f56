// The rig: the registry, the runtimes and the browser's driver, installed once in a folder of the user's cache.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Processes } from "./processes.ts";

/** What was installed. */
export interface Rig {
  readonly folder: string;
  /** The folder with the commands of its packages: deno, bun, pnpm, yarn. */
  readonly commands: string;
  /** The folder with a Node of that version; `undefined` where npm has no package of it for this platform. */
  node(version: string): string | undefined;
  /** The compiler of that version. */
  typescript(version: string): string;
  /** Which version of a package it has, by the name that it has there. */
  version(name: string): string;
}

/** Where rigs are kept. */
export function rigCache(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "customer-clients");
}

/**
 * Installs the rig, unless one with the same files is there.
 *
 * @param source - The folder with the rig's package.json, lock file and programs.
 * @param cache - Where rigs are kept.
 */
export async function installRig(
  { run }: Processes,
  source: string,
  cache: string,
  env: NodeJS.ProcessEnv,
): Promise<Rig> {
  const platform = `-${process.platform}-${process.arch}`;
  const folder = join(cache, `rig${platform}-${digest(source)}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    try {
      mkdirSync(cache, { recursive: true });
      cpSync(source, unfinished, { recursive: true });
      await run({
        argv: ["npx", "-y", "pnpm@12", "install", "--frozen-lockfile"],
        cwd: unfinished,
        env: { ...env, CI: "1" },
        timeoutMs: 1_200_000,
      });
      renameSync(unfinished, folder);
    } catch (error) {
      // Somebody else may have been faster.
      if (!existsSync(folder)) throw error;
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  const modules = join(folder, "node_modules");
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const versions: Record<string, string> = { ...dependencies, ...optionalDependencies };
  return {
    folder,
    commands: join(modules, ".bin"),
    node(version) {
      const bin = join(modules, `node-${version}${platform}`, "bin");
      return existsSync(join(bin, "node")) ? bin : undefined;
    },
    typescript: (version) => join(modules, `typescript-${version}`, "bin", "tsc"),
    version: (name) => (versions[name] ?? versions[name + platform] ?? name).replace(/^npm:.*@/, ""),
  };
}

/** A name for what stands in the files of a folder. */
function digest(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).sort()) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest("hex").slice(0, 12);
}
