// Ping++'s cursor pages: newest first.
import type { CreatedRange } from "@customer-clients/pingxx";
import { fieldRefusal } from "../refusal.ts";
import type { Selection, Stored } from "../storage/storage.ts";

/** The query parameters that every list has. */
export interface PageQuery {
  readonly limit?: number;
  readonly starting_after?: string;
  readonly ending_before?: string;
  readonly created?: number | CreatedRange;
}

/** One page, as it is answered. */
export interface Page<Value> {
  readonly object: "list";
  readonly url: string;
  readonly has_more: boolean;
  readonly data: readonly Value[];
}

/** Where a page's items come from. */
export interface Source<Value> {
  has(id: string): Promise<boolean>;
  select(selection: Selection): Promise<readonly Stored<Value>[]>;
}

/**
 * Makes one page. With `ending_before` it has the items next to the cursor, and `has_more` speaks of still newer ones
 * (inferred).
 *
 * @throws Refusal for a cursor that leads nowhere, and for both at once (inferred).
 */
export async function pageOf<Value>(url: string, source: Source<Value>, query: PageQuery): Promise<Page<Value>> {
  const { limit = 10, starting_after, ending_before, created } = query;
  if (starting_after !== undefined && ending_before !== undefined) {
    throw fieldRefusal("invalid", "ending_before", "expected not to be sent with starting_after");
  }
  for (const [field, id] of Object.entries({ starting_after, ending_before })) {
    if (id !== undefined && !(await source.has(id))) throw fieldRefusal("invalid", field, `there is no ${id}`);
  }
  const found = await source.select({
    descending: true,
    ...rangeOf(created),
    after: starting_after,
    before: ending_before,
    // One more than asked for says whether there are more.
    limit: limit + 1,
  });
  const has_more = found.length > limit;
  const kept = ending_before !== undefined && has_more ? found.slice(1) : found.slice(0, limit);
  return { object: "list", url, has_more, data: kept.map(({ value }) => value) };
}

/** Whole seconds as the milliseconds from their first to their last. */
function rangeOf(created: PageQuery["created"]): Pick<Selection, "from" | "to"> {
  const { gt, gte, lt, lte } = typeof created === "number" ? { gte: created, lte: created } : (created ?? {});
  const from = Math.max(gt === undefined ? Number.NEGATIVE_INFINITY : gt + 1, gte ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(lt === undefined ? Number.POSITIVE_INFINITY : lt - 1, lte ?? Number.POSITIVE_INFINITY);
  return { from: from * 1_000, to: to * 1_000 + 999 };
}
