// `pnpm demo`: lint, generate and build, then every operation of every provider over real HTTP against the sandbox.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs, styleText } from "node:util";
import type { StepResult } from "./step.ts";
import { resultTable } from "./table.ts";

const root = join(import.meta.dirname, "../../..");
const help = `Usage: pnpm demo [--json]

Lints the specs, generates and builds the clients, starts the sandbox on loopback, and calls every operation of every provider.

  --json   print the results as JSON, and nothing else, on standard output
  --help   print this

Exit code: 0 when each call did what it should, else 1.
`;

/** Says what is being done; on standard error, so that --json stays alone on standard output. */
async function stage<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  if (process.stderr.isTTY) process.stderr.write(`… ${title}`);
  const result = await work();
  const mark = styleText("green", "✓", { stream: process.stderr });
  process.stderr.write(
    `${process.stderr.isTTY ? "\r" : ""}${mark} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)\n`,
  );
  return result;
}

/** Runs a command of the repository; its output is shown only when it fails. */
function command(name: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn(name, args, { cwd: root, env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" } });
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`${[name, ...args].join(" ")} ended with ${code}:\n${output}`)),
    );
  });
}

async function walk(): Promise<StepResult[]> {
  // What is imported here exists only once it was built.
  const { walkProviders } = await import("./walk.ts");
  let done = 0;
  return walkProviders((result, count) => {
    done++;
    if (process.stderr.isTTY)
      process.stderr.write(`\r… ${done}/${count} ${result.provider} ${result.operation}\u001b[K`);
  }).finally(() => {
    if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
  });
}

const { values } = parseArgs({ options: { json: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) {
  process.stdout.write(help);
} else {
  try {
    await stage("specs linted", () => command("node", "scripts/src/lint/cli.ts"));
    await stage("clients generated", () => command("node", "scripts/src/generate/cli.ts"));
    await stage("packages built", () => command("turbo", "run", "build", "--output-logs=errors-only"));
    const results = await stage("operations called, over HTTP on loopback", walk);
    const wrong = results.filter((result) => !result.isRight).length;
    process.stdout.write(values.json ? `${JSON.stringify(results, null, 2)}\n` : `\n${resultTable(results)}\n\n`);
    process.stderr.write(
      wrong === 0
        ? `All ${results.length} calls did what they should.\n`
        : `${wrong} of ${results.length} calls went wrong.\n`,
    );
    process.exitCode = wrong === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
