import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { largeDocument } from "./large-document.ts";
import type { Outcome } from "./outcome.ts";
import { runNode } from "./run-process.ts";
import { estimate } from "./statistics.ts";
import { root } from "./workspace.ts";

/** How many times the command is run for the specs. */
const runs = 3;

const largeBytes = 5_000_000;
const longestRunMs = 120_000;

/** What `pnpm spec-diff` takes: for all specs against the commit before, and for two large documents. */
export async function specDiff(): Promise<Outcome> {
  const specs: number[] = [];
  for (let run = 0; run < runs; run++) specs.push(await timed(["--base", "HEAD", "--format", "json"]));
  const large = await timeOfLarge();
  const all = estimate(specs);
  return {
    tables: [
      {
        title: "spec-diff, the whole command",
        columns: [{ name: "time", unit: "ms" }],
        rows: [
          { name: "all specs against the last commit", values: [all] },
          { name: "two documents of 5 MB", values: [large] },
        ],
      },
    ],
    gates: [
      { name: "spec-diff of all specs", value: all.median, limit: 3_000, unit: "ms" },
      { name: "spec-diff of two documents of 5 MB", value: large, limit: 30_000, unit: "ms" },
    ],
  };
}

async function timeOfLarge(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "spec-diff-bench-"));
  try {
    const files = [false, true].map((isChanged) => ({ isChanged, path: join(folder, `${isChanged}.json`) }));
    for (const { isChanged, path } of files) await writeFile(path, largeDocument(largeBytes, isChanged));
    return await timed(["--files", ...files.map(({ path }) => path), "--format", "json"]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(commandLine: readonly string[]): Promise<number> {
  const start = performance.now();
  await runNode([join(root, "scripts/src/spec-diff/cli.ts"), ...commandLine], root, longestRunMs);
  return performance.now() - start;
}
