// A release, rehearsed: from what is committed to projects that use it.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findChromium } from "./browser.ts";
import { type Consumer, consumers, sandbox } from "./consumers.ts";
import { environment, homedIn, isInside, withCommands } from "./environment.ts";
import { measureInstall } from "./install-size.ts";
import type { Processes } from "./processes.ts";
import { startRegistry } from "./registry.ts";
import { build, cloneHead, install, makeVersions, publish, type Release } from "./release.ts";
import { installRig, rigCache } from "./rig.ts";
import { type Outcome, prepare, runConsumer } from "./run-consumer.ts";

/** What a rehearsal is told of as it goes. */
export interface Progress {
  /** Says what is being done while it is being done. */
  stage<T>(title: string, work: () => Promise<T>): Promise<T>;
  note(text: string): void;
  outcome(outcome: Outcome): void;
}

const scope = "@customer-clients";

/** Makes the folder that everything of a rehearsal is in. */
export function makeFolder(repository: string, parent: string = tmpdir()): string {
  if (isInside(realpathSync(parent), repository)) {
    throw new Error(`${parent}: expected a folder for temporary files outside ${repository}`);
  }
  return realpathSync(mkdtempSync(join(parent, "customer-clients-rehearsal-")));
}

/** Removes it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Releases what is committed to a registry on loopback, and runs consumers that install it from there.
 *
 * @param repository - The repository's root.
 * @param folder - An empty folder outside of it.
 * @param chosen - The consumers to run.
 * @throws Error when the release itself fails; a consumer that does is an outcome.
 */
export async function rehearse(
  repository: string,
  folder: string,
  chosen: readonly Consumer[],
  processes: Processes,
  { stage, note, outcome }: Progress,
): Promise<Release[]> {
  const clone = join(folder, "clone");
  const source = join(clone, "consumers");
  const temporary = join(folder, "tmp");
  mkdirSync(temporary);
  const apart = { ...environment(process.env, repository), TMPDIR: temporary };
  const { commit, uncommitted } = await stage("cloned", () => cloneHead(processes, repository, clone, apart));
  note(`What is rehearsed is the commit ${commit.slice(0, 12)}.`);
  if (uncommitted > 0) note(`The work tree has ${uncommitted} files that aren't committed: they are left out.`);
  const rig = await stage("rig installed", () => installRig(processes, join(source, "rig"), rigCache(), process.env));

  const node = rig.node("24") ?? dirname(process.execPath);
  const machine = withCommands(process.env, node, rig.commands);
  const tooled = withCommands(apart, node, rig.commands);
  await stage("clone installed", () => install(processes, clone, machine));
  const releases = await stage("versions made from changesets", () => makeVersions(processes, clone, tooled));
  await stage("packages built", () => build(processes, clone, tooled));
  const registry = await stage("registry started", () =>
    startRegistry(processes, rig, join(folder, "registry"), scope, machine, tooled),
  );
  await stage("published", () => publish(processes, clone, registry, releases, tooled));
  for (const { name, version } of releases) note(`${name}@${version}`);

  const surroundings = {
    processes,
    rig,
    source,
    releases,
    folder: join(folder, "consumers"),
    env: homedIn(registry.reader, withCommands(apart, node)),
    browser: findChromium(),
  };
  mkdirSync(surroundings.folder);
  await stage("sandbox installed", () => prepare(sandbox, join(surroundings.folder, sandbox.name), surroundings));
  for (const consumer of chosen) {
    await stage(consumer.name, () => runConsumer(consumer, surroundings, outcome));
  }
  // A client needs one other package of ours, the run time.
  const clients = releases.filter(({ needs }) => needs.length === 1);
  for (const [index, client] of clients.entries()) {
    const place = join(surroundings.folder, `install-${index}`);
    outcome(await measureInstall(processes, client, place, surroundings.env));
  }
  return releases;
}

/** The consumers of these names; all of them for no names. */
export function choose(names: readonly string[]): readonly Consumer[] {
  const known = consumers.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`--only ${unknown[0]}: expected one of ${known.join(", ")}`);
  return names.length === 0 ? consumers : consumers.filter(({ name }) => names.includes(name));
}
