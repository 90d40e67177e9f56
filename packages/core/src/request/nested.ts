import { type Entry, encodeQuery, entryOf, isPlain } from "./query.ts";

const deepest = 8;

/**
 * The entries of a query or a form whose values may be nested: as `flat`, and `created[gt]=1` for an object's.
 *
 * @param value - Values by name: strings, finite numbers, booleans, arrays and plain objects of them, at most 8 levels deep.
 * @throws InvalidArgumentError for anything else, naming the parameter.
 */
export function nested(value: unknown, name = "", depth = 0): Entry[] {
  if (value === undefined || value === null) return [];
  const isArray = Array.isArray(value);
  if (depth > deepest || !(isArray || isPlain(value))) return [entryOf(name, value)];
  return Object.entries(value).flatMap(([key, member]) => {
    // An object in an array needs its index, else its fields and its neighbour's could not be told apart; and so does what is in an
    // array below the first level, of which servers that read brackets would else keep the last alone.
    const isNested = isArray ? typeof member === "object" || depth > 1 : name;
    return nested(member, isNested ? `${name}[${key}]` : isArray ? name : key, depth + 1);
  });
}

/** A form body. */
export function form(body: object): string {
  return encodeQuery(nested(body)).slice(1);
}
