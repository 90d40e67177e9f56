import { styleText } from "node:util";
import type { Outcome } from "./run-consumer.ts";

const headings = ["consumer", "run with", "calls", "requests", "result"] as const;
const gap = "  ";

/** The outcomes as a table: consumer × calls made × result. Colour only where standard output is a terminal. */
export function table(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(({ consumer, label, calls, requests, result, reason }) => [
    consumer,
    label,
    calls.length > 0 ? String(calls.length) : "",
    requests > 0 ? String(requests) : "",
    // What went wrong is told in full below.
    result === "skipped" ? `skipped: ${reason}` : result,
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? "")].map((text) => text.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return column === 2 || column === 3 ? text.padStart(width) : text.padEnd(width);
      })
      .join(gap)
      .trimEnd();
  const colours = { passed: "green", failed: "red", skipped: "yellow" } as const;
  return [
    styleText("bold", line(headings)),
    ...rows.map((row, index) => styleText(colours[outcomes[index]?.result ?? "failed"], line(row))),
    ...outcomes
      .filter(({ result }) => result === "failed")
      .map(({ consumer, label, reason }) => `\n${consumer}, ${label}:\n${reason}`),
  ].join("\n");
}
