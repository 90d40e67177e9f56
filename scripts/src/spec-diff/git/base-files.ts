import { runGit } from "./run-git.ts";

/** The files of a commit, read without touching the working tree. */
export interface CommitFiles {
  /** @returns The paths of the files in a folder and in its folders. */
  list(folder: string): string[];
  /** @returns A file's text; `undefined` when there is none. */
  read(path: string): string | undefined;
}

/**
 * @param folder The repository's root.
 * @param hash A commit.
 */
export function commitFiles(folder: string, hash: string): CommitFiles {
  return {
    list: (path) =>
      (runGit(folder, "ls-tree", "-r", "-z", "--name-only", hash, "--", `${path}/`) ?? "").split("\0").filter(Boolean),
    read: (path) => runGit(folder, "show", `${hash}:./${path}`),
  };
}
