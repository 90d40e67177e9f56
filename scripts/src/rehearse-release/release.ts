// A release as the workflow makes it, in a clone of its own.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Processes } from "./processes.ts";
import type { Registry } from "./registry.ts";

/** A package that was published. */
export interface Release {
  readonly name: string;
  readonly version: string;
  /** Which of the others it needs. */
  readonly needs: readonly string[];
}

/** A package.json, as far as it matters here. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Clones what is committed.
 *
 * @returns The commit, and how many files of the work tree it leaves out.
 */
export async function cloneHead(
  { run }: Processes,
  repository: string,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<{ commit: string; uncommitted: number }> {
  const git = (...argv: string[]) => run({ argv: ["git", ...argv], cwd: repository, env });
  const commit = (await git("rev-parse", "HEAD")).trim();
  const changed = (await git("status", "--porcelain")).split("\n").filter(Boolean);
  await git("clone", "--quiet", "--no-checkout", repository, folder);
  await git("-C", folder, "checkout", "--quiet", "--detach", commit);
  return { commit, uncommitted: changed.length };
}

/** Installs what the lock file says; what this machine has in its store isn't fetched again. */
export async function install({ run }: Processes, clone: string, env: NodeJS.ProcessEnv): Promise<void> {
  const argv = ["pnpm", "install", "--frozen-lockfile", "--prefer-offline"] as const;
  await run({ argv: [...argv], cwd: clone, env: { ...env, CI: "1" } });
}

/**
 * Adds a changeset, and turns what is pending into versions.
 *
 * @returns What is to be published.
 */
export async function makeVersions({ run }: Processes, clone: string, env: NodeJS.ProcessEnv): Promise<Release[]> {
  const bumps = publicPackages(clone).map(({ name }) => `${JSON.stringify(name)}: patch\n`);
  writeFileSync(join(clone, ".changeset", "rehearsal.md"), `---\n${bumps.join("")}---\n\nA rehearsal.\n`);
  await run({ argv: ["changeset", "version"], cwd: clone, env: inClone(clone, env) });
  return publicPackages(clone);
}

/** Builds all packages. */
export async function build({ run }: Processes, clone: string, env: NodeJS.ProcessEnv): Promise<void> {
  const argv = ["turbo", "run", "build", "--output-logs=errors-only"] as const;
  await run({ argv: [...argv], cwd: clone, env: inClone(clone, env) });
}

/**
 * Publishes what isn't published yet.
 *
 * @throws Error when anything would go to another registry than this one, or isn't there afterwards.
 */
export async function publish(
  { run }: Processes,
  clone: string,
  registry: Registry,
  releases: readonly Release[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const publisher = { ...inClone(clone, env), NPM_CONFIG_USERCONFIG: join(registry.publisher, ".npmrc") };
  for (const manager of ["npm", "pnpm"]) {
    const found = await run({ argv: [manager, "config", "get", "registry"], cwd: clone, env: publisher });
    if (found.trim() !== registry.url) {
      throw new Error(`${manager} would publish to ${found.trim()}; expected ${registry.url}: nothing was published`);
    }
  }
  await run({ argv: ["changeset", "publish", "--no-git-tag"], cwd: clone, env: publisher });
  for (const { name, version } of releases) {
    const response = await fetch(registry.url + name.replace("/", "%2f"), { signal: AbortSignal.timeout(30_000) });
    const { versions = {} } = (await response.json()) as { versions?: Record<string, unknown> };
    if (!(version in versions)) throw new Error(`${registry.url}: expected ${name}@${version}, found none`);
  }
}

function publicPackages(clone: string): Release[] {
  const manifests = readdirSync(join(clone, "packages"))
    .map((folder) => JSON.parse(readFileSync(join(clone, "packages", folder, "package.json"), "utf8")) as Manifest)
    .filter((manifest) => !manifest.private);
  const names = manifests.map(({ name }) => name);
  return manifests.map(({ name, version, dependencies = {} }) => ({
    name,
    version,
    needs: names.filter((other) => other in dependencies),
  }));
}

/** With the clone's own tools, its Node among them. */
function inClone(clone: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: [join(clone, "node_modules", ".bin"), env.PATH].join(delimiter) };
}
