import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What uses the packages as their users do. */
const callers = ["tests/src", "consumers"];

/**
 * The commit that a branch left another one at.
 *
 * @throws Error when git doesn't know the other one, or they have nothing in common.
 */
export async function mergeBase(repository: string, ref: string): Promise<string> {
  try {
    const { stdout } = await run("git", ["merge-base", "HEAD", "--end-of-options", ref], { cwd: repository });
    return stdout.trim();
  } catch (error) {
    const reason = (error as { stderr?: string }).stderr?.trim() || "no commit in common with HEAD";
    throw new Error(`--base ${ref}: ${reason}`, { cause: error });
  }
}

/**
 * Puts the tests and consumers of a commit into a folder.
 *
 * @throws Error when the commit has none.
 */
export async function checkOutCallers(repository: string, commit: string, folder: string): Promise<void> {
  const { stdout } = await run("git", ["ls-tree", "--name-only", commit, ...callers], { cwd: repository });
  const present = stdout.split("\n").filter((path) => path !== "");
  if (present.length === 0) throw new Error(`${commit}: expected ${callers.join(" or ")} in it`);
  const options = { cwd: repository, encoding: "buffer", maxBuffer: 2 ** 28 } as const;
  const archive = await run("git", ["archive", "--format=tar", commit, ...present], options);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "base.tar"), archive.stdout);
  await run("tar", ["-xf", "base.tar"], { cwd: folder });
}
