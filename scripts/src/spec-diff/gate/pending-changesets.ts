import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseChangesetFile } from "@changesets/parse";
import type { CommitFiles } from "../git/base-files.ts";
import { UsageError } from "../usage-error.ts";
import { type Bump, highest } from "./bump.ts";

const FOLDER = ".changeset";

/** What a changeset says of the packages that it names. */
export interface Changeset {
  readonly path: string;
  readonly releases: readonly { readonly name: string; readonly type: Bump }[];
}

/**
 * Reads the changesets that came with the changes under review. One that the base has already tells of other changes: it
 * would hide that this one is told nowhere.
 *
 * @param workspace The repository's root.
 * @param base The files that the changes are compared with.
 * @throws {UsageError} For a file that Changesets couldn't read either.
 */
export function pendingChangesets(workspace: string, base: CommitFiles): Changeset[] {
  const folder = join(workspace, FOLDER);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    (name) => /^[^.].*\.md$/.test(name) && !/^(?:[A-Z]+|readme)\.md$/.test(name),
  );
  return names.sort().flatMap((name) => {
    const path = `${FOLDER}/${name}`;
    const text = readFileSync(join(folder, name), "utf8");
    return text === base.read(path) ? [] : [{ path, releases: releasesIn(text, path) }];
  });
}

/** @returns The largest bump that changesets declare for a package. */
export function declaredBump(changesets: readonly Changeset[], packageName: string): Bump {
  const releases = changesets.flatMap((changeset) => changeset.releases);
  return highest(releases.filter(({ name }) => name === packageName).map(({ type }) => type));
}

function releasesIn(text: string, path: string): Changeset["releases"] {
  try {
    return parseChangesetFile(text).releases;
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new UsageError(`${path}:1:1: expected a changeset: ${reason?.replace("could not parse changeset - ", "")}`);
  }
}
