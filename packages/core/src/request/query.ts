import { check } from "../errors/invalid-argument-error.ts";

/** A name and a value as they go into a query string, before encoding. */
export type Entry = readonly [name: string, value: string];

/**
 * The entries of a query whose values aren't nested: `limit=10`, and an array's name once for each item. `undefined` and `null` are
 * left out.
 *
 * @param parameters - Values by name: strings, finite numbers, booleans, and arrays of them.
 * @throws InvalidArgumentError for anything else, naming the parameter.
 */
export function flat(parameters: unknown): Entry[] {
  const values = parameters ?? {};
  check(isPlain(values), "query", "an object");
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(values)) {
    for (const item of [value].flat()) if (item != null) entries.push(entryOf(name, item));
  }
  return entries;
}

/** Whether a value is an object that holds values by name, and no date, map or whatever else has a form of its own. */
export function isPlain(value: unknown): value is object {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** One entry. */
export function entryOf(name: string, value: unknown): Entry {
  const isText = /^(string|boolean|bigint)$/.test(typeof value) || Number.isFinite(value);
  // Half of a surrogate pair can't be encoded.
  check(isText && !/\p{Cs}/u.test(`${name}=${value}`), name, "text, a number, a boolean, or a list or object of them");
  return [name, `${value}`];
}

/** Entries as a query string with its `?`, percent-encoded, a space as `%20`; `""` without entries. */
export function encodeQuery(entries: readonly Entry[]): string {
  // fetch encodes an apostrophe in a query by itself, after it was signed.
  const encode = (text: string) => encodeURIComponent(text).replaceAll("'", "%27");
  let query = "";
  for (const entry of entries) query += (query ? "&" : "?") + entry.map(encode).join("=");
  return query;
}
