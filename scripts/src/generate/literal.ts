import { isIdentifier } from "./identifiers.ts";

/** The width that lines are broken at, as the formatter of the rest of the code has it. */
export const LINE_WIDTH = 120;

// Control characters, line ends of older JavaScript, halves of a pair, and what makes a line read in another order than it has.
const UNSAFE = /(?!\n)[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Writes invisible and reordering characters as escapes; for source text that has them in string literals only. */
export function escapeUnsafe(source: string): string {
  return source.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** @returns A string literal, with nothing in it that ends the literal, the line or an HTML script element. */
export function stringLiteral(text: string): string {
  return escapeUnsafe(JSON.stringify(text)).replaceAll("</", "<\\/");
}

/** Code that stands in a literal as it is: a constant's name. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a literal can be made of. Members that are `undefined` are left out. */
export type Data = string | number | boolean | null | undefined | Code | Composite;

type Composite = readonly Data[] | { readonly [key: string]: Data };

/**
 * Writes data as a TypeScript literal, on one line where it fits, as the formatter would.
 *
 * @param before What stands in front of it on its first line; its leading spaces are the indentation.
 * @param after What follows on its last line.
 * @param width Where lines are broken.
 * @returns `before`, the literal and `after`.
 */
export function printLiteral(before: string, data: Data, after: string, width: number = LINE_WIDTH): string {
  const line = `${before}${inline(data)}${after}`;
  const fits = line.trimEnd().length <= width && !isTable(data);
  return fits || !isComposite(data) ? line : printLines(before, data, after, width);
}

/** As {@link printLiteral}, with each member of a list or a mapping on a line of its own. */
export function printLines(before: string, data: Composite, after: string, width: number = LINE_WIDTH): string {
  const indent = /^ */.exec(before)?.[0] ?? "";
  const [open, close] = Array.isArray(data) ? "[]" : "{}";
  const members = Array.isArray(data)
    ? data.map((item) => printLiteral(`${indent}  `, item, ",", width))
    : entriesOf(data).map(([key, value]) => printLiteral(`${indent}  ${printKey(key)}: `, value, ",", width));
  return [`${before}${open}`, ...members, `${indent}${close}${after}`].join("\n");
}

/** Writes data as a literal on one line. */
export function inline(data: Data): string {
  if (typeof data === "string") return stringLiteral(data);
  if (data instanceof Code) return data.text;
  if (!isComposite(data)) return String(data);
  if (Array.isArray(data)) return `[${data.map(inline).join(", ")}]`;
  const members = entriesOf(data).map(([key, value]) => `${printKey(key)}: ${inline(value)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Rows of several members each: the formatter puts each on its own line. */
function isTable(data: Data): boolean {
  return (
    Array.isArray(data) &&
    data.length > 1 &&
    data.every((row) => isComposite(row) && Object.keys(row as object).length > 1)
  );
}

function isComposite(data: Data): data is Composite {
  return typeof data === "object" && data !== null && !(data instanceof Code);
}

function entriesOf(data: object): [string, Data][] {
  return Object.entries(data).filter(([, value]) => value !== undefined);
}

function printKey(key: string): string {
  // Written plainly, it would set the object's prototype.
  if (key === "__proto__") return '["__proto__"]';
  return isIdentifier(key) ? key : stringLiteral(key);
}
