import { styleText } from "node:util";
import type { StepResult } from "./step.ts";

const headings = ["", "operation", "request", "signed", "answer", "time"] as const;
/** The two columns that give way where the terminal is narrow. */
const flexible = [2, 4] as const;
const narrowest = 16;
const gap = "  ";

/**
 * The results as a table, one provider after the other. Colour only where standard output is a terminal.
 *
 * @param columns - How wide it may be; by default what the terminal has, and as wide as it needs where there is none.
 */
export function resultTable(results: readonly StepResult[], columns: number = process.stdout.columns ?? 1_000): string {
  const rows = results.map((result) => [
    result.isRight ? "✓" : "✗",
    `${result.provider} ${result.operation}`,
    result.request,
    result.signature,
    result.answer,
    `${result.milliseconds.toFixed(1)} ms`,
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? "")].map(width)),
  );
  const over = widths.reduce((sum, each) => sum + each + gap.length, -gap.length) - columns;
  const [request, answer] = flexible;
  for (let each = 0; each < over; each++) {
    const wider = (widths[request] ?? 0) > (widths[answer] ?? 0) ? request : answer;
    widths[wider] = Math.max(narrowest, (widths[wider] ?? 0) - 1);
  }
  const line = (row: readonly string[]) =>
    row
      .map((text, column) => {
        const most = widths[column] ?? 0;
        const cell = width(text) > most ? shortened(text, most) : text;
        const padding = " ".repeat(most - width(cell));
        return column === headings.length - 1 ? padding + cell : cell + padding;
      })
      .join(gap);
  const body = rows.map((row, index) => {
    const result = results[index] as StepResult;
    const isFirst = index > 0 && result.provider !== results[index - 1]?.provider;
    // What went wrong is told in full.
    const text = result.isRight ? line(row) : styleText("red", `${line(row)}\n   ${result.answer}`);
    return (isFirst ? "\n" : "") + text;
  });
  return [styleText("bold", line(headings)), ...body].join("\n");
}

function shortened(text: string, most: number): string {
  let start = text;
  while (width(start) >= most) start = start.slice(0, -1);
  return `${start}…`;
}

/** Columns on a terminal: Chinese characters take two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
