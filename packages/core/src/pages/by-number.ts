import { at } from "../answer/at.ts";
import type { Pointer } from "../operation.ts";
import type { Paging, Query, Turn } from "./list.ts";

/** Where the answers of a list that is paged by number say what. */
export interface NumberPaging extends Paging {
  /** The query parameter with the page's number, from 1. */
  readonly parameter: string;
  readonly total?: Pointer;
  /** How many items a full page has; needed where there is no `last`. */
  readonly size?: Pointer;
  readonly current?: Pointer;
  readonly last?: Pointer;
}

/** Paging by number: the last page is the one that the answer names, or that its total and page size make. */
export function byNumber(
  { parameter, total, size, current, last }: NumberPaging,
  json: unknown,
  query: Query,
): Turn | undefined {
  const all = at(json, total) as number;
  const page = Number(at(json, current) ?? query[parameter] ?? 1);
  // NaN where the answer lacks its counts.
  const pages = (at(json, last) ?? Math.ceil(all / (at(json, size) as number))) as number;
  return pages >= 0 && page >= 0
    ? { key: page, total: all, next: page < pages ? { [parameter]: page + 1 } : undefined }
    : undefined;
}
