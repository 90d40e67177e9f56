// Selections in SQL.
import { type SelectQueryBuilder, sql } from "kysely";
import type { Schema } from "./schema.ts";
import { type Selection, searchedText } from "./storage.ts";

/** The rows of a collection, or some of them. */
export type Rows = SelectQueryBuilder<Schema, "sandbox_stored", object>;

type Column = "created" | "sort_key";

/** The place of a thing in its collection's orders. */
export type Cursor = Pick<Schema["sandbox_stored"], Column | "sequence">;

/**
 * Selects from a collection's rows.
 *
 * @param after The place of what `selection.after` names.
 * @param before The place of what `selection.before` names.
 * @returns The rows in the selection's order, but with `before` in the opposite one.
 */
export function selected(rows: Rows, selection: Selection, after?: Cursor, before?: Cursor): Rows {
  const { orderBy, descending = false, search, from, to, offset, limit } = selection;
  const column = orderBy === "sortKey" ? "sort_key" : "created";
  const [above, below] = descending ? [before, after] : [after, before];
  // What stands ahead of a cursor is read backwards from it: the last of them come first.
  const direction = descending === (before === undefined) ? "desc" : "asc";
  let query = searching(rows, search);
  query = bounded(query, column, ">", from, above);
  query = bounded(query, column, "<", to, below);
  query = query.orderBy(column, direction).orderBy("sequence", direction);
  // SQLite knows no offset without a limit.
  if (limit !== undefined || offset) query = query.limit(limit ?? Number.MAX_SAFE_INTEGER);
  return offset && before === undefined ? query.offset(offset) : query;
}

/** The rows that a selection's conditions let through. */
export function matching(rows: Rows, { search, from, to }: Selection): Rows {
  return bounded(bounded(searching(rows, search), "created", ">", from), "created", "<", to);
}

function searching(rows: Rows, search = ""): Rows {
  if (search === "") return rows;
  // The only test for a part of a text, upper and lower case distinct, that SQLite and PostgreSQL have in common.
  return rows.where(sql<boolean>`replace(search_text, ${searchedText(search)}, '') <> search_text`);
}

/**
 * Limits rows on one side, by time, by a cursor, or both. In the order of creation the narrower one is enough, and alone:
 * with both SQLite goes by the index as far as the time, and looks at all rows between it and the cursor.
 */
function bounded(rows: Rows, column: Column, side: ">" | "<", time: number | undefined, cursor?: Cursor): Rows {
  const isOneOrder = column === "created" && time !== undefined && cursor !== undefined;
  const isTimeNarrower = isOneOrder && (side === ">" ? time > cursor.created : time < cursor.created);
  let query = rows;
  if (time !== undefined && (!isOneOrder || isTimeNarrower)) query = query.where("created", `${side}=`, time);
  if (!cursor || isTimeNarrower) return query;
  const place = [cursor[column], cursor.sequence] as const;
  return query.where(({ eb, refTuple, tuple }) => eb(refTuple(column, "sequence"), side, tuple(...place)));
}
