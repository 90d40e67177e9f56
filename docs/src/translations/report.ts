import type { Position } from "@customer-clients/scripts/src/spec/problem.ts";
import type { Surveyed } from "./survey.ts";

/** How much of a long text a line shows, in characters. */
const SHOWN = 80;

/** A stale translation: where it stands, the English that it was made from and the English as it is. */
interface Stale extends Position {
  readonly pointer: string;
  readonly file: string;
  readonly was: string;
  readonly is: string;
}

/** A text without a translation: where it stands in the spec. */
interface Missing extends Position {
  readonly pointer: string;
  readonly file: string;
  readonly text: string;
}

/** @returns A table of how much is translated, and a line for each translation that is stale or missing. */
export function textReport(surveyed: readonly Surveyed[]): string {
  const rows = surveyed.map(({ provider, language, texts, coverage }) => [
    provider,
    language,
    ...[texts.size, coverage.translated.length, coverage.stale.length, coverage.missing.length].map(String),
  ]);
  const stale = surveyed.flatMap((one) =>
    staleOf(one).map(({ file, line, column, pointer, was, is }) => {
      const [before, after] = changedPart(was, is);
      return `${file}:${line}:${column}: stale: ${pointer}\n  was: ${before}\n  is:  ${after}\n`;
    }),
  );
  const missing = surveyed.flatMap((one) =>
    missingOf(one).map(
      ({ file, line, column, pointer, text }) =>
        `${file}:${line}:${column}: not in ${one.language}: ${pointer}\n  ${shortened(text)}\n`,
    ),
  );
  const table = tableOf([["provider", "language", "texts", "translated", "stale", "missing"], ...rows]);
  return [table, stale.join(""), missing.join("")].filter((part) => part !== "").join("\n");
}

/** @returns The same, for programs. */
export function jsonReport(surveyed: readonly Surveyed[]): string {
  const translations = surveyed.map((one) => ({
    provider: one.provider,
    language: one.language,
    texts: one.texts.size,
    translated: one.coverage.translated.length,
    stale: staleOf(one),
    missing: missingOf(one),
    problems: one.problems,
  }));
  return `${JSON.stringify({ translations }, null, 2)}\n`;
}

function staleOf({ file, coverage, texts }: Surveyed): Stale[] {
  if (!file) return [];
  return coverage.stale.map((pointer) => ({
    pointer,
    file: file.path,
    ...file.lineOf(pointer),
    was: file.translations.get(pointer)?.original ?? "",
    is: texts.get(pointer) ?? "",
  }));
}

function missingOf({ spec, coverage, texts }: Surveyed): Missing[] {
  return coverage.missing.map((pointer) => ({
    pointer,
    file: spec.path,
    ...spec.lineOf(pointer),
    text: texts.get(pointer) ?? "",
  }));
}

/** @returns The part in which two texts differ, with some words around it. */
function changedPart(was: string, is: string): [string, string] {
  const [before, after] = [wordsOf(was), wordsOf(is)];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const around = (words: string[]) => {
    const [from, to] = [Math.max(0, start - 3), Math.min(words.length, words.length - end + 3)];
    const part = shortened(words.slice(from, to).join(" "));
    return `${from > 0 ? "… " : ""}${part}${to < words.length ? " …" : ""}`;
  };
  return [around(before), around(after)];
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/);
}

function shortened(text: string): string {
  const flat = wordsOf(text).join(" ");
  return flat.length > SHOWN ? `${flat.slice(0, SHOWN)}…` : flat;
}

/** Columns of text stand to the left, columns of numbers to the right. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return rows.map((row) => `${line(row).join("  ").trimEnd()}\n`).join("");
}
