import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Processes } from "../rehearse-release/processes.ts";
import { startCacheServer } from "./cache-server.ts";
import { type Build, buildWith, cloneOf } from "./turbo.ts";

/** Something that has to be so. */
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  /** What was found, in words. */
  readonly found: string;
}

/**
 * Builds in one clone, then in another, then after somebody has changed what is stored.
 *
 * @param folder - An empty folder, with one called `storage` in it.
 * @param rig - Where the cache server is installed.
 * @param progress - Is told what comes next.
 */
export async function rehearseCache(
  processes: Processes,
  repository: string,
  folder: string,
  rig: string,
  inherited: NodeJS.ProcessEnv,
  progress: (text: string) => void,
): Promise<Check[]> {
  const storage = join(folder, "storage");
  const [one, other] = [join(folder, "one"), join(folder, "other")];
  const server = await startCacheServer(processes, rig, storage, inherited);
  const env = { ...inherited, ...server.env, TURBO_REMOTE_CACHE_SIGNATURE_KEY: "a-key-that-all-machines-share" };
  progress("cloning twice");
  await cloneOf(processes, repository, one, inherited);
  await cloneOf(processes, repository, other, inherited);

  progress("building in one clone");
  const first = await buildWith(processes, one, env);
  progress("building in the other");
  const second = await buildWith(processes, other, env);
  const isBuilt = readdirSync(join(other, "packages")).every((name) =>
    existsSync(join(other, "packages", name, "dist/index.js")),
  );

  progress("building from an artifact that was changed");
  const artifacts = filesIn(storage).filter((file) => !file.endsWith(".tag"));
  damage(artifacts.reduce((largest, file) => (statSync(file).size > statSync(largest).size ? file : largest)));
  const third = await afresh(processes, other, env);
  progress("building with another key");
  const fourth = await afresh(processes, other, { ...env, TURBO_REMOTE_CACHE_SIGNATURE_KEY: "a-key-of-somebody-else" });

  const described = ({ cached, total }: Build) => `${cached} of ${total} tasks from the cache`;
  return [
    { name: "the first clone builds", passed: first.cached === 0 && first.total > 5, found: described(first) },
    {
      name: "the second clone gets every task, with its files",
      passed: second.cached === second.total && second.total === first.total && isBuilt,
      found: `${described(second)}, ${isBuilt ? "every" : "not every"} package is built`,
    },
    {
      name: "an artifact that was changed is refused",
      passed: third.cached === third.total - 1,
      found: described(third),
    },
    { name: "artifacts signed with another key are refused", passed: fourth.cached === 0, found: described(fourth) },
  ];
}

/** Builds a clone as if it had never been built. */
async function afresh(processes: Processes, clone: string, env: NodeJS.ProcessEnv): Promise<Build> {
  for (const name of readdirSync(join(clone, "packages"))) {
    rmSync(join(clone, "packages", name, "dist"), { recursive: true, force: true });
  }
  return buildWith(processes, clone, env);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Changes one byte in the middle of a file. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
