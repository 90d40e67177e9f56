// Reads query strings as the spec describes them.
import { fieldRefusal } from "../refusal.ts";
import type { QueryParameter, Scalar } from "./operation.ts";

/** A name and a value of a query, decoded. */
export type Entry = readonly [name: string, value: string];

/**
 * Splits and decodes a query string.
 *
 * @param query Without its `?`.
 * @throws Refusal when it isn't percent-encoded UTF-8.
 */
export function parseQuery(query: string): Entry[] {
  const parts = query.split("&").filter((part) => part !== "");
  return parts.map((part) => {
    const [name = "", ...value] = part.split("=");
    return [decode(name), decode(value.join("="))];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw fieldRefusal("invalid", "query", `expected percent-encoded UTF-8, found ${JSON.stringify(text)}`);
  }
}

/**
 * Reads the parameters that an operation has. Others are left out, as HTTP servers do.
 *
 * @returns Each parameter's value, or its default. A text that isn't what the parameter's type needs stays text, for
 * the validator to find.
 * @throws Refusal for a parameter that is given twice.
 */
export function readQuery(parameters: readonly QueryParameter[], entries: readonly Entry[]): Record<string, unknown> {
  const values = parameters.map((parameter) => [parameter.name, readParameter(parameter, entries)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function readParameter(
  { name, type, repeated, members = {}, ...parameter }: QueryParameter,
  entries: readonly Entry[],
): unknown {
  const texts = textsOf(entries, name);
  const range = Object.entries(members).flatMap(([member, memberType]) => {
    const value = readOnce(memberType, `${name}[${member}]`, textsOf(entries, `${name}[${member}]`));
    return value === undefined ? [] : [[member, value] as const];
  });
  if (range.length > 0 && texts.length > 0)
    throw fieldRefusal("invalid", name, "expected one value or a range, not both");
  if (range.length > 0) return Object.fromEntries(range);
  if (texts.length === 0) return parameter.default;
  return repeated ? texts.map((text) => read(type, text)) : readOnce(type, name, texts);
}

function textsOf(entries: readonly Entry[], wanted: string): string[] {
  return entries.filter(([name]) => name === wanted).map(([, value]) => value);
}

function readOnce(type: Scalar, name: string, texts: readonly string[]): unknown {
  if (texts.length > 1) throw fieldRefusal("invalid", name, `expected once, found ${texts.length} times`);
  return texts[0] === undefined ? undefined : read(type, texts[0]);
}

function read(type: Scalar, text: string): unknown {
  if (type === "integer" && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (type === "number" && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
