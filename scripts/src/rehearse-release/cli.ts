// `pnpm rehearse-release`.
import { fileURLToPath } from "node:url";
import { parseArgs, styleText } from "node:util";
import { createProcesses } from "./processes.ts";
import { choose, makeFolder, type Progress, rehearse, removeFolder } from "./rehearse.ts";
import type { Outcome } from "./run-consumer.ts";
import { table } from "./table.ts";

const help = `Usage: pnpm rehearse-release [--only <consumer> …] [--json] [--keep]

Clones what is committed, makes versions from changesets, builds, publishes to a registry on loopback, and runs the
projects of consumers/ outside the workspace, with what they install from there.

  --only <consumer>   run this one; may be given several times
  --json              print the outcomes as JSON, and nothing else, on standard output
  --keep              keep the temporary folder, and say where it is
  --help              print this

Exit code: 0 when every consumer that could run did what it should, 1 when one didn't or the release failed, 2 for a wrong
argument.
`;

const repository = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let values: { only?: string[]; json?: boolean; keep?: boolean; help?: boolean };
  let chosen: ReturnType<typeof choose>;
  try {
    const options = {
      only: { type: "string", multiple: true },
      json: { type: "boolean" },
      keep: { type: "boolean" },
      help: { type: "boolean" },
    } as const;
    ({ values } = parseArgs({ args, options }));
    chosen = choose(values.only ?? []);
  } catch (error) {
    console.error(`rehearse-release: ${(error as Error).message}\nTry --help.`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const outcomes: Outcome[] = [];
  const processes = createProcesses();
  const folder = makeFolder(repository);
  let interrupted: number | undefined;
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.on(signal, () => {
      interrupted ??= code;
      void processes.stopAll();
    });
  }
  process.on("exit", () => {
    processes.killAll();
    if (!values.keep) removeFolder(folder);
  });
  try {
    const releases = await rehearse(
      repository,
      folder,
      chosen,
      processes,
      progress(outcomes, () => interrupted),
    );
    if (interrupted) throw new Error("interrupted");
    const report = { releases, outcomes };
    process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `\n${table(outcomes)}\n\n`);
    const count = (result: Outcome["result"]) => outcomes.filter((outcome) => outcome.result === result).length;
    console.error(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped.`);
    return count("failed") === 0 && count("passed") > 0 ? 0 : 1;
  } catch (error) {
    console.error(interrupted ? "Interrupted." : `\nrehearse-release: ${(error as Error).message}`);
    return interrupted ?? 1;
  } finally {
    await processes.stopAll();
    if (values.keep) console.error(`Kept: ${folder}`);
    else removeFolder(folder);
  }
}

/** Progress on standard error, so that --json stays alone on standard output. */
function progress(outcomes: Outcome[], interrupted: () => unknown): Progress {
  const { isTTY } = process.stderr;
  const mark = (colour: "green" | "red" | "yellow", sign: string) =>
    styleText(colour, sign, { stream: process.stderr });
  return {
    async stage(title, work) {
      if (interrupted()) throw new Error("interrupted");
      const start = performance.now();
      if (isTTY) process.stderr.write(`… ${title}`);
      const result = await work();
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stderr.write(`${isTTY ? "\r\u001b[K" : ""}${mark("green", "•")} ${title} (${seconds} s)\n`);
      return result;
    },
    note: (text) => console.error(`  ${text}`),
    outcome(outcome) {
      outcomes.push(outcome);
      const { consumer, label, result } = outcome;
      const signs = {
        passed: mark("green", "✓"),
        failed: mark("red", "✗"),
        skipped: mark("yellow", "–"),
      };
      process.stderr.write(`${isTTY ? "\r\u001b[K" : ""}  ${signs[result]} ${consumer}, ${label}\n`);
    },
  };
}
