import { styleText } from "node:util";
import { type Gate, isKept, type Table, type Unit } from "./outcome.ts";
import type { Estimate } from "./statistics.ts";

const digits: Readonly<Record<Unit, number>> = { µs: 1, ms: 0, "/s": 0, B: 0, kB: 0, "×": 2, count: 0 };

/**
 * Tables as text, coloured on a terminal only. A value that was measured several times stands as its median, with the lowest
 * and the highest behind it.
 */
export function tablesText(tables: readonly Table[]): string {
  return tables
    .map(({ title, columns, rows }) => {
      const head = [
        "",
        ...columns.map(({ name, unit }) => (unit === "×" || unit === "count" ? name : `${name} (${unit})`)),
      ];
      const body = rows.map(({ name, values }) => [
        name,
        ...values.map((value, index) => cell(value, columns[index]?.unit ?? "×")),
      ]);
      const lines = aligned([head, ...body]).map((line) => `  ${line}\n`);
      return `${styleText("bold", title)}\n${lines.join("")}`;
    })
    .join("\n");
}

/** All gates as text, one a line, each with its limit and whether it is kept. */
export function gatesText(gates: readonly Gate[]): string {
  const lines = aligned(
    gates.map((gate) => [
      `${isKept(gate) ? "kept  " : "MISSED"}  ${gate.name}`,
      withUnit(gate.value, gate.unit),
      `at most ${withUnit(gate.limit, gate.unit)}`,
    ]),
  );
  return gates.map((gate, index) => `${styleText(isKept(gate) ? "green" : "red", lines[index] as string)}\n`).join("");
}

function cell(value: number | Estimate, unit: Unit): string {
  if (typeof value === "number") return formatted(value, unit);
  return `${formatted(value.median, unit)} (${formatted(value.low, unit)}–${formatted(value.high, unit)})`;
}

function withUnit(value: number, unit: Unit): string {
  // One more place than in the tables: a ratio that just misses its limit shouldn't look like it.
  return unit === "×" ? formatted(value, unit, 3) : `${formatted(value, unit)} ${unit}`;
}

function formatted(value: number, unit: Unit, places: number = digits[unit]): string {
  return value.toLocaleString("en", { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** The first column to the left, the others to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (found, row) => row.map((text, index) => Math.max(text.length, found[index] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((text, index) => (index === 0 ? text.padEnd(widths[0] as number) : text.padStart(widths[index] as number)))
      .join("  "),
  );
}
