import { mkdirSync } from "node:fs";
import type { Processes } from "../rehearse-release/processes.ts";

/** What a build found in the cache. */
export interface Build {
  readonly cached: number;
  readonly total: number;
  readonly output: string;
}

/**
 * Builds a clone with nothing but the remote cache: what other builds left on this machine isn't looked at.
 *
 * @throws Error when the build fails, or turbo doesn't say what it found.
 */
export async function buildWith({ run }: Processes, clone: string, env: NodeJS.ProcessEnv): Promise<Build> {
  mkdirSync(clone, { recursive: true });
  const output = await run({
    argv: ["npx", "-y", "pnpm@12", "exec", "turbo", "run", "build", "--cache=remote:rw", "--output-logs=new-only"],
    cwd: clone,
    env,
  });
  const [, cached, total] = /Cached:\s+(\d+) cached, (\d+) total/.exec(output) ?? [];
  if (cached === undefined) throw new Error(`turbo: expected how many tasks were cached, found\n${output}`);
  return { cached: Number(cached), total: Number(total), output };
}

/** Makes a clone of what is committed, and installs its dependencies. */
export async function cloneOf(
  { run }: Processes,
  repository: string,
  clone: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  await run({ argv: ["git", "clone", "--quiet", repository, clone], cwd: repository, env });
  const argv = ["npx", "-y", "pnpm@12", "install", "--frozen-lockfile", "--prefer-offline"] as const;
  await run({ argv, cwd: clone, env: { ...env, CI: "1" }, timeoutMs: 1_200_000 });
}
