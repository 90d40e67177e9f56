import { join } from "node:path";
import type { ContenderKey } from "./contenders/index.ts";
import type { Gate, Table } from "./outcome.ts";
import type { PairTask, PairTimes } from "./pair-process.ts";
import { runNode } from "./run-process.ts";
import { type Estimate, estimate, ratio } from "./statistics.ts";

/** How ours and another compare; times in microseconds. */
export interface Comparison {
  readonly name: string;
  readonly its: Estimate;
  readonly ours: Estimate;
  /** Ours ÷ its. */
  readonly ratio: Estimate;
}

/**
 * Measures ours beside each of the others, pair by pair. Each pair has several processes of its own, one after another: what an
 * engine compiles, and how, depends on what else it has run, and differs from one process to the next.
 *
 * @param processes - How many for each pair.
 * @returns Estimates over all rounds of all processes.
 */
export async function compareWithOurs<Key extends ContenderKey>(
  others: readonly Key[],
  processes: number,
  task: Omit<PairTask, "other">,
): Promise<Record<Key, Comparison>> {
  const found = others.map((other) => ({ other, name: "", ours: [] as number[], its: [] as number[] }));
  for (let process = 0; process < processes; process++) {
    for (const pair of found) {
      const { name, ours, its } = await runPair({ ...task, other: pair.other });
      pair.name = name;
      pair.ours.push(...ours);
      pair.its.push(...its);
    }
  }
  const comparisons = found.map(({ other, name, ours, its }): [Key, Comparison] => [
    other,
    { name, its: estimate(its), ours: estimate(ours), ratio: ratio(ours, its) },
  ]);
  return Object.fromEntries(comparisons) as Record<Key, Comparison>;
}

/** Comparisons as a table. */
export function comparisonTable(title: string, comparisons: Readonly<Record<string, Comparison>>): Table {
  return {
    title,
    columns: [
      { name: "a call", unit: "µs" },
      { name: "ours beside it", unit: "µs" },
      { name: "ours ÷ it", unit: "×" },
    ],
    rows: Object.values(comparisons).map(({ name, its, ours, ratio }) => ({ name, values: [its, ours, ratio] })),
  };
}

/**
 * A limit for a ratio.
 *
 * @param title - What was called, and how.
 * @param limit - The highest ratio that will do.
 */
export function ratioGate(title: string, { name, ratio }: Comparison, limit: number): Gate {
  return { name: `${title}: ours ÷ ${name}`, value: ratio.median, limit, unit: "×" };
}

async function runPair(task: PairTask): Promise<PairTimes> {
  return JSON.parse(await runNode([join(import.meta.dirname, "pair-process.ts"), JSON.stringify(task)]));
}
