import { styleText } from "node:util";
import type { StepResult } from "./step.ts";

const headings = ["", "operation", "request", "signed", "answer", "time"] as const;
const longestCell = 56;

/** The results as a table, one provider after the other. Colour only where standard output is a terminal. */
export function resultTable(results: readonly StepResult[]): string {
  const rows = results.map((result) => [
    result.isRight ? "✓" : "✗",
    `${result.provider} ${result.operation}`,
    shorten(result.request),
    result.signature,
    // What went wrong is told in full.
    result.isRight ? shorten(result.answer) : result.answer,
    `${result.milliseconds.toFixed(1)} ms`,
  ]);
  const widths = headings.map((heading, column) =>
    Math.max(...[heading, ...rows.map((row) => row[column] ?? "")].map(width)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const padding = " ".repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
        return column === headings.length - 1 ? padding + cell : cell + padding;
      })
      .join("  ");
  const body = rows.map((row, index) => {
    const text = line(row);
    const isFirst = index > 0 && results[index]?.provider !== results[index - 1]?.provider;
    return (isFirst ? "\n" : "") + (results[index]?.isRight ? text : styleText("red", text));
  });
  return [styleText("bold", line(headings)), ...body].join("\n");
}

function shorten(text: string): string {
  return text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
}

/** Columns on a terminal: Chinese characters take two. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
