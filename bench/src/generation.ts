import { join } from "node:path";
import type { Outcome } from "./outcome.ts";
import { runNode } from "./run-process.ts";
import { estimate } from "./statistics.ts";

/** How many times a process is started. */
const runs = 3;

/** What it takes to generate from all specs, each time in a fresh process: nothing is compiled or read beforehand. */
export async function generation(): Promise<Outcome> {
  const wholes: number[] = [];
  const loads: number[] = [];
  const works: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const { loadMs, workMs } = JSON.parse(await runNode([join(import.meta.dirname, "generation-process.ts")]));
    wholes.push(performance.now() - start);
    loads.push(loadMs);
    works.push(workMs);
  }
  const work = estimate(works);
  return {
    tables: [
      {
        title: "all specs generated",
        columns: [{ name: "time", unit: "ms" }],
        rows: [
          { name: "reading the specs and making the code", values: [work] },
          { name: "loading the generator before that", values: [estimate(loads)] },
          { name: "the whole process", values: [estimate(wholes)] },
        ],
      },
    ],
    gates: [{ name: "all specs generated", value: work.median, limit: 1_000, unit: "ms" }],
  };
}
