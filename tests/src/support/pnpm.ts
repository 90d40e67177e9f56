import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");

/**
 * Runs pnpm in the repository: the one that started the tests, or as the README calls it.
 *
 * @returns What it printed.
 */
export async function pnpm(...args: readonly string[]): Promise<string> {
  const options = { cwd: root, maxBuffer: 2 ** 26 };
  const { stdout } = await run("pnpm", args, options).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return run("npx", ["-y", "pnpm@12", ...args], options);
    throw error;
  });
  return stdout;
}
