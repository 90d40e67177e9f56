import type { Entry } from "../request/query.ts";

/**
 * Joins the parts of a canonical string that aren't empty.
 *
 * @param parts - In order; `undefined` and `""` are left out.
 * @param separator - What stands between them.
 */
export function joinPresent(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter(Boolean).join(separator);
}

/**
 * The values of named parameters, ordered by name and put one behind the other.
 *
 * @param entries - Names and values; names are ordered by code unit, which for ASCII is the ASCII order.
 */
export function valuesByName(entries: readonly Entry[]): string {
  return entries
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, value]) => value)
    .join("");
}
