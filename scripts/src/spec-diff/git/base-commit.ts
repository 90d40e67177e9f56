import { UsageError } from "../usage-error.ts";
import { runGit } from "./run-git.ts";

/** Where branches start from, if the caller doesn't say. */
const MAIN = ["main", "origin/main"];

/** A commit to compare with. */
export interface BaseCommit {
  readonly hash: string;
  /** What it was found by. */
  readonly reference: string;
}

/**
 * @param folder The repository's root.
 * @param reference A branch, tag or commit; the main branch unless told otherwise.
 * @returns Where the working tree's branch left it.
 * @throws {UsageError} When there is no such commit, with what to do about it.
 */
export function baseCommit(folder: string, reference: string | undefined): BaseCommit {
  if (runGit(folder, "rev-parse", "--git-dir") === undefined)
    throw new UsageError(
      `expected a git repository to compare with in ${folder}; two documents can be compared without: --files`,
    );
  const candidates = reference === undefined ? MAIN : [reference];
  const found = candidates.find((name) => commitOf(folder, name) !== undefined);
  if (found === undefined) throw new UsageError(missing(folder, reference));
  const hash = runGit(folder, "merge-base", "HEAD", found)?.trim();
  if (hash) return { hash, reference: found };
  throw new UsageError(
    isShallow(folder)
      ? `expected the full history to find where this branch left ${found}; this clone is shallow: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)`
      : `expected a commit that HEAD and ${found} have in common`,
  );
}

function commitOf(folder: string, name: string): string | undefined {
  // What starts with a hyphen would be an option.
  return name.startsWith("-") ? undefined : runGit(folder, "rev-parse", "--verify", "--quiet", `${name}^{commit}`);
}

function missing(folder: string, reference: string | undefined): string {
  const hint = isShallow(folder)
    ? "; this clone is shallow: git fetch --unshallow (in GitHub Actions: fetch-depth: 0)"
    : "";
  return reference === undefined
    ? `expected a branch main or origin/main to compare with; another one can be named: --base <ref>${hint}`
    : `expected --base to name a commit, found ${JSON.stringify(reference)}${hint}`;
}

function isShallow(folder: string): boolean {
  return runGit(folder, "rev-parse", "--is-shallow-repository")?.trim() === "true";
}
