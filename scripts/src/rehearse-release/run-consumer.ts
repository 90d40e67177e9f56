// One consumer, from an empty folder to the calls that it made.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { type Call, readCalls } from "./calls.ts";
import type { Consumer, Run, Step } from "./consumers.ts";
import { withCommands } from "./environment.ts";
import { checkIsolation } from "./isolation.ts";
import type { Processes, Service } from "./processes.ts";
import type { Release } from "./release.ts";
import type { Rig } from "./rig.ts";

/** How a run of a consumer went. */
export interface Outcome {
  readonly consumer: string;
  readonly label: string;
  readonly calls: readonly Call[];
  /** How many requests the sandbox answered. */
  readonly requests: number;
  readonly result: "passed" | "failed" | "skipped";
  /** Why it failed or was skipped. */
  readonly reason?: string;
}

/** What a consumer is run with. */
export interface Surroundings {
  readonly processes: Processes;
  readonly rig: Rig;
  /** The repository's `consumers` folder. */
  readonly source: string;
  /** The folder, outside the workspace, that consumers are copied to. */
  readonly folder: string;
  /** The environment of somebody who installs from the registry. */
  readonly env: NodeJS.ProcessEnv;
  readonly releases: readonly Release[];
  /** The browser's program, if there is one. */
  readonly browser: string | undefined;
}

/** Copies a consumer, installs it, runs it in all its ways, and tells of each as it is done. */
export async function runConsumer(
  consumer: Consumer,
  surroundings: Surroundings,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const { rig } = surroundings;
  const folder = join(surroundings.folder, consumer.name);
  const { runnable, skipped } = sort(consumer, surroundings);
  for (const { run, reason } of skipped) tell(outcomeOf(consumer, run, rig, { result: "skipped", reason }));
  if (runnable.length === 0) return;
  try {
    await prepare(consumer, folder, surroundings);
  } catch (error) {
    for (const run of runnable) tell(outcomeOf(consumer, run, rig, failed(error)));
    return;
  }
  for (const run of runnable) tell(outcomeOf(consumer, run, rig, await runOnce(run, folder, surroundings)));
}

/** Installs a folder from the registry, and makes sure that everything came from there. */
export async function prepare(consumer: Consumer, folder: string, surroundings: Surroundings): Promise<void> {
  const { processes, source, rig, releases, env } = surroundings;
  cpSync(join(source, consumer.name), folder, { recursive: true });
  for (const file of consumer.shared ?? []) {
    const text = readFileSync(join(source, file.replace(/\.js$/, ".ts")), "utf8");
    writeFileSync(join(folder, file), file.endsWith(".js") ? stripTypeScriptTypes(text) : text);
  }
  const installing = withCommands(env, rig.node("24"), rig.commands);
  await processes.run({ argv: [...consumer.install], cwd: folder, env: installing });
  checkIsolation(folder, releases);
  for (const step of consumer.build ?? []) await processes.run(command(step, folder, surroundings));
}

async function runOnce(
  run: Run,
  folder: string,
  surroundings: Surroundings,
): Promise<Pick<Outcome, "calls" | "requests" | "result" | "reason">> {
  const { processes, folder: consumers, env } = surroundings;
  let sandbox: Service | undefined;
  try {
    if (!run.isInProcess) {
      sandbox = await processes.serve({ argv: ["node", "main.js"], cwd: join(consumers, "sandbox"), env });
    }
    const told = sandbox ? { SANDBOX: JSON.stringify(sandbox.start) } : {};
    let output = "";
    for (const step of run.steps) output = await processes.run(command(step, folder, surroundings, run.node, told));
    const calls = readCalls(output);
    // Once it has ended, all that it saw is told.
    await sandbox?.stop();
    const requests = (sandbox?.lines ?? []).map((line) => JSON.parse(line) as Request);
    const wrong = [...wrongCalls(calls), ...(sandbox ? notReached(sandbox.start as Sandbox, requests) : [])];
    const made = { calls, requests: requests.length };
    return wrong.length > 0 ? { ...made, result: "failed", reason: wrong.join("\n") } : { ...made, result: "passed" };
  } catch (error) {
    return failed(error);
  } finally {
    await sandbox?.stop();
  }
}

/** What the sandbox tells of itself, and of a request. */
interface Sandbox {
  readonly urls: Readonly<Record<string, string>>;
}
interface Request {
  readonly provider: string;
  readonly status: number;
}

function wrongCalls(calls: readonly Call[]): string[] {
  if (calls.length === 0) return ["expected calls, found none"];
  return calls.flatMap(({ name, error }) => (error === undefined ? [] : [`${name}: ${error}`]));
}

/** The consumer's word isn't enough: the sandbox has to have seen it. */
function notReached({ urls }: Sandbox, requests: readonly Request[]): string[] {
  const reached = new Set(requests.filter(({ status }) => status < 300).map(({ provider }) => provider));
  return Object.keys(urls)
    .filter((provider) => !reached.has(provider))
    .map((provider) => `expected a request that ${provider} accepts, the sandbox saw none`);
}

/** Which runs this machine has everything for. */
function sort(
  { runs }: Consumer,
  { rig, browser }: Surroundings,
): {
  runnable: Run[];
  skipped: { run: Run; reason: string }[];
} {
  const skipped = runs.flatMap((run) => {
    if (run.node && !rig.node(run.node)) {
      return [{ run, reason: `the rig has no Node ${run.node} for ${process.platform}-${process.arch}` }];
    }
    if (run.isInBrowser && !browser) return [{ run, reason: "no Chromium on the path; Debian's package is chromium" }];
    return [];
  });
  return { runnable: runs.filter((run) => !skipped.some((other) => other.run === run)), skipped };
}

/** A step as a command. */
function command(
  [name, ...rest]: Step,
  cwd: string,
  { rig, env, browser }: Surroundings,
  node = "24",
  more: NodeJS.ProcessEnv = {},
): Parameters<Processes["run"]>[0] {
  const bin = rig.node(node);
  const [kind, version = ""] = name.split("@");
  const argv =
    kind === "tsc"
      ? ["node", rig.typescript(version), ...rest]
      : [name, ...rest.map((argument) => argument.replace(/^rig:/, `${rig.folder}/`))];
  const own = withCommands(env, bin, join(cwd, "node_modules", ".bin"), rig.commands);
  return { argv: argv as [string, ...string[]], cwd, env: { ...own, ...more, CHROMIUM: browser } };
}

function failed(error: unknown): Pick<Outcome, "calls" | "requests" | "result" | "reason"> {
  return { calls: [], requests: 0, result: "failed", reason: (error as Error).message };
}

function outcomeOf(
  { name }: Consumer,
  { label }: Run,
  { version }: Rig,
  { calls = [], requests = 0, result, reason }: Partial<Outcome> & Pick<Outcome, "result">,
): Outcome {
  const versioned = label.replace(/\{(.+?)\}/g, (_, known) => version(known));
  return { consumer: name, label: versioned, calls, requests, result, ...(reason !== undefined && { reason }) };
}
