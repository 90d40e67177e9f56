import type { Estimate } from "./statistics.ts";

/** What a number counts. `×` is a ratio, `B` a byte, `/s` how often in a second, `count` a thing. */
export type Unit = "µs" | "ms" | "/s" | "B" | "kB" | "×" | "count";

/** A line of a table. */
export interface Row {
  readonly name: string;
  /** One for each column. */
  readonly values: readonly (number | Estimate)[];
}

/** Things side by side. */
export interface Table {
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly unit: Unit }[];
  readonly rows: readonly Row[];
}

/** A limit that a measured value has to keep. */
export interface Gate {
  readonly name: string;
  readonly value: number;
  /** The highest value that will do. */
  readonly limit: number;
  readonly unit: Unit;
}

/** What a case found. */
export interface Outcome {
  readonly tables: readonly Table[];
  readonly gates: readonly Gate[];
}

/** Whether a gate is kept. */
export function isKept({ value, limit }: Gate): boolean {
  return value <= limit;
}
