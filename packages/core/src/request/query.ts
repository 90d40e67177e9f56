import { check } from "../errors/invalid-argument-error.ts";

/** A name and a value as they go into a query string, before encoding. */
export type Entry = readonly [name: string, value: string];

const deepest = 8;

/**
 * Flattens parameters for a query string or a form body: `limit=10`, `created[gt]=1`, and an array's name once for each item.
 * `undefined` and `null` are left out.
 *
 * @param value - Values by name: strings, finite numbers, booleans, arrays and plain objects of them, at most 8 levels deep.
 * @throws InvalidArgumentError for anything else, naming the parameter.
 */
export function flatten(value: unknown, name = "", depth = 0): Entry[] {
  if (value === undefined || value === null) return [];
  const isArray = Array.isArray(value);
  if (depth <= deepest && (isArray || Object.prototype.toString.call(value) === "[object Object]")) {
    return Object.entries(value).flatMap(([key, member]) => {
      // An object in an array needs its index, else its fields and its neighbour's could not be told apart; and so does what is in an
      // array below the first level, of which servers that read brackets would else keep the last alone.
      const isNested = isArray ? typeof member === "object" || depth > 1 : name;
      return flatten(member, isNested ? `${name}[${key}]` : isArray ? name : key, depth + 1);
    });
  }
  const isPrintable = /^(string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value);
  // Half of a surrogate pair can't be encoded.
  check(
    isPrintable && !/\p{Cs}/u.test(`${name}=${value}`),
    name,
    "text, a number, a boolean, or a list or object of them",
  );
  return [[name, `${value}`]];
}

/** Entries as a form body, or as a query string without its `?`: percent-encoded, a space as `%20`. */
export function encodeEntries(entries: readonly Entry[]): string {
  // fetch encodes an apostrophe in a query by itself, after it was signed.
  const encode = (text: string) => encodeURIComponent(text).replaceAll("'", "%27");
  return entries.map((entry) => entry.map(encode).join("=")).join("&");
}

/** Entries as a query string with its `?`; `""` without entries. */
export function encodeQuery(entries: readonly Entry[]): string {
  return entries.length > 0 ? `?${encodeEntries(entries)}` : "";
}
