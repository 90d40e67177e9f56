import { at } from "../answer/at.ts";
import type { Pointer } from "../operation.ts";
import type { Paging, Query, Turn } from "./list.ts";

/** Where the answers of a list that is paged by cursor say what. */
export interface CursorPaging extends Paging {
  /** The query parameter with the cursor of the item to go on after. */
  readonly parameter: string;
  /** The one to go on before; a caller who gives it pages the other way. */
  readonly before?: string;
  /** Where an item has its cursor. */
  readonly cursor: Pointer;
  /** Whether there is more. */
  readonly more: Pointer;
}

/** Paging by cursor: the last item's leads to the next page, as long as the answer says that there is more. */
export function byCursor(
  { parameter, before = "", cursor, more }: CursorPaging,
  json: unknown,
  query: Query,
  items: readonly unknown[],
): Turn | undefined {
  const hasMore = at(json, more);
  const isBackward = query[before] != null;
  const key = at(items.at(isBackward ? 0 : -1), cursor);
  if (typeof hasMore !== "boolean" || (hasMore && typeof key !== "string")) return undefined;
  return { key, next: hasMore ? { [isBackward ? before : parameter]: key } : undefined };
}
