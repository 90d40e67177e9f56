// `pnpm bench`: how fast, how small and how frugal the clients are, beside what else there is.
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { cachedBuild } from "./cached-build.ts";
import { calls } from "./calls.ts";
import { generation } from "./generation.ts";
import { loopback } from "./loopback.ts";
import { memory } from "./memory.ts";
import { type Gate, isKept, type Outcome } from "./outcome.ts";
import { gatesText, tablesText } from "./report.ts";
import { sandboxMillion, sandboxStart, sandboxThroughput } from "./sandbox.ts";
import { size } from "./size.ts";
import { specDiff } from "./spec-diff.ts";
import { typeCheck } from "./type-check.ts";

const cases: ReadonlyMap<string, () => Promise<Outcome>> = new Map([
  ["calls", calls],
  ["loopback", loopback],
  ["size", size],
  ["type-check", typeCheck],
  ["generation", generation],
  ["cached-build", cachedBuild],
  ["memory", memory],
  ["sandbox-start", sandboxStart],
  ["sandbox-throughput", sandboxThroughput],
  ["sandbox-million", sandboxMillion],
  ["spec-diff", specDiff],
]);
const names = [...cases.keys()];

const usage = `Usage: pnpm bench [--only <case>]… [--json]

Measures the built packages and prints figures side by side. Nothing in the repository is changed.

  --only <case>  only this one; may be given several times: ${names.join(", ")}
  --json         prints JSON
  --help         prints this

Times and ratios of calls: ours and another are called in turn, in random order, in several processes for each pair. A
round's time is the median of its calls, its ratio that of the two medians. What is printed is the median of all rounds;
the lowest and the highest stand behind it.

Exit code: 0 when all limits are kept, 1 when one is missed or something can't be measured, 2 for a wrong argument.
`;

const machine = {
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
  load: loadavg()[0],
} as const;

function readArguments(): { only: readonly string[]; json: boolean; help: boolean } {
  const { values } = parseArgs({
    options: {
      only: { type: "string", multiple: true, default: names },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const unknown = values.only.find((name) => !cases.has(name));
  if (unknown !== undefined) throw new Error(`--only: expected one of ${names.join(", ")}, found ${unknown}`);
  return values;
}

/** @returns Whether all limits were kept and everything could be measured. */
async function bench(only: readonly string[], json: boolean): Promise<boolean> {
  const outcomes: Record<string, Outcome> = {};
  const failures: Record<string, string> = {};
  const print = (text: string) => json || process.stdout.write(text);
  print(`Node ${machine.node}, ${machine.processors}, load ${machine.load}\n`);
  for (const [name, measure] of cases) {
    if (!only.includes(name)) continue;
    process.stderr.write(`measuring ${name} …\n`);
    try {
      outcomes[name] = await measure();
      print(`\n${tablesText(outcomes[name].tables)}`);
    } catch (error) {
      failures[name] = (error as Error).message;
    }
  }
  const gates = Object.values(outcomes).flatMap((outcome): readonly Gate[] => outcome.gates);
  print(`\n${gatesText(gates)}`);
  const missed = gates.filter((gate) => !isKept(gate)).map(({ name }) => name);
  if (json) process.stdout.write(`${JSON.stringify({ ...machine, outcomes, missed, failures }, null, 2)}\n`);
  for (const [name, message] of Object.entries(failures))
    process.stderr.write(`${name} could not be measured: ${message}\n`);
  return missed.length === 0 && Object.keys(failures).length === 0;
}

try {
  const { only, json, help } = readArguments();
  if (help) process.stdout.write(usage);
  else process.exitCode = (await bench(only, json)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n\n${usage}`);
  process.exitCode = 2;
}
