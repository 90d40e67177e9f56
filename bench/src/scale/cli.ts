// `pnpm bench:scale`: what a hundred providers would cost.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Gate, Outcome } from "../outcome.ts";
import { isKept } from "../outcome.ts";
import { gatesText, tablesText } from "../report.ts";
import { measure, type Times } from "./measure.ts";
import { makeWorkspace } from "./workspace.ts";

const usage = `Usage: pnpm bench:scale [--providers <count>]… [--json]

Makes workspaces with copies of this one's specs and packages, in a temporary folder, and goes through them as a developer
does: install, lint, generate, build, and one edited spec.

  --providers <count>  how many providers; may be given several times; by default 4, 40 and 200
  --json               prints JSON
  --help               prints this

Exit code: 0 when an edit of one spec rebuilds one package whatever the number, 1 when it doesn't or a step fails, 2 for a
wrong argument.
`;

const steps = [
  ["install", "install"],
  ["lint all specs", "lint"],
  ["generate all", "generate"],
  ["build all, nothing cached", "build"],
  ["build all, everything cached", "cachedBuild"],
  ["edit one spec: lint it, build", "edit"],
] as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let counts: number[];
  let json: boolean;
  try {
    const { values } = parseArgs({
      args,
      options: {
        providers: { type: "string", multiple: true, default: ["4", "40", "200"] },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    json = values.json;
    counts = values.providers.map(Number);
    const wrong = values.providers.find((_, index) => !(Number.isInteger(counts[index]) && Number(counts[index]) > 0));
    if (wrong !== undefined) throw new Error(`--providers: expected a whole number above 0, found ${wrong}`);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "customer-clients-scale-"));
  try {
    const all: { count: number; times: Times }[] = [];
    for (const count of counts) all.push({ count, times: await scaled(join(folder, String(count)), count) });
    const outcome = outcomeOf(all);
    process.stdout.write(
      json ? `${JSON.stringify(all, null, 2)}\n` : `${tablesText(outcome.tables)}\n${gatesText(outcome.gates)}`,
    );
    return outcome.gates.every(isKept) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`bench:scale: ${(error as Error).message}\n`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function scaled(folder: string, count: number): Promise<Times> {
  const [edited = ""] = makeWorkspace(folder, count);
  const times = await measure(folder, edited, (step) => process.stderr.write(`${count} providers: ${step} …\n`));
  // What is measured later shouldn't find a full disk.
  rmSync(folder, { recursive: true, force: true });
  return times;
}

function outcomeOf(all: readonly { count: number; times: Times }[]): Outcome {
  const rows = steps.map(([name, key]) => ({ name, values: all.map(({ times }) => times[key]) }));
  const each = steps.map(([name, key]) => ({ name, values: all.map(({ count, times }) => times[key] / count) }));
  const columns = all.map(({ count }) => ({ name: `${count} providers`, unit: "ms" }) as const);
  return {
    tables: [
      { title: "a workspace with so many providers", columns, rows },
      { title: "the same, for each provider", columns, rows: each },
    ],
    gates: all.map(
      ({ count, times }): Gate => ({
        name: `packages rebuilt for one edited spec, of ${count}`,
        value: new Set(times.tasks.map((task) => task.split(":")[0])).size,
        limit: 1,
        unit: "count",
      }),
    ),
  };
}
