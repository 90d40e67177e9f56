import type { Paging, Query, Turn } from "./list.ts";

/** No paging: one answer holds the whole list. */
export function whole(_page: Paging, _json: unknown, _query: Query, items: readonly unknown[]): Turn {
  return { key: undefined, total: items.length };
}
