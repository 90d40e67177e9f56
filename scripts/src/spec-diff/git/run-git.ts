import { spawnSync } from "node:child_process";
import { UsageError } from "../usage-error.ts";

const MAX_BYTES = 64 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/**
 * Runs git. Nothing is changed by what this project asks of it.
 *
 * @returns What it printed; `undefined` when it ended with an error.
 * @throws {UsageError} When there is no git.
 */
export function runGit(folder: string, ...command: string[]): string | undefined {
  const { status, stdout, error } = spawnSync("git", ["--no-optional-locks", "-C", folder, ...command], {
    encoding: "utf8",
    maxBuffer: MAX_BYTES,
    timeout: TIMEOUT_MS,
    // A variable of another repository's hook would lead git there.
    env: Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX)$/.test(name)),
    ),
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT")
    throw new UsageError(
      "expected git to compare with the main branch; two documents can be compared without: --files",
    );
  return status === 0 ? stdout : undefined;
}
