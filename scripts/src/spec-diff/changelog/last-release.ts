import type { Package } from "../gate/judge.ts";
import { runGit } from "../git/run-git.ts";

/** A version that was published, by the tag that Changesets gave it. */
export interface Release {
  readonly version: string;
  readonly tag: string;
}

/** @returns The package's latest release by its number; pre-releases don't count. */
export function lastRelease(workspace: string, { name }: Package): Release | undefined {
  const tags = (runGit(workspace, "tag", "--list", `${name}@*`) ?? "").split("\n").filter(Boolean);
  const releases = tags.flatMap((tag) => {
    const version = tag.slice(name.length + 1);
    return /^\d+\.\d+\.\d+$/.test(version) ? [{ version, tag }] : [];
  });
  return releases.sort((one, other) => compareVersions(other.version, one.version))[0];
}

function compareVersions(one: string, other: string): number {
  const [first, second] = [one, other].map((version) => version.split(".").map(Number)) as [number[], number[]];
  const index = first.findIndex((number, place) => number !== second[place]);
  return index < 0 ? 0 : (first[index] as number) - (second[index] as number);
}
