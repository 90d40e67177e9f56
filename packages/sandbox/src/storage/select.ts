import { type Selection, type Stored, searchedText, sortedText } from "./storage.ts";

/**
 * Selects from things in memory.
 *
 * @param all In the order in which they came.
 * @returns A new list.
 */
export function select<Value>(all: readonly Stored<Value>[], selection: Selection): Stored<Value>[] {
  const { orderBy = "created", descending, after, before, offset = 0, limit = Number.POSITIVE_INFINITY } = selection;
  // Sorting is stable: what is equal stays in the order in which it came.
  const ordered = all.toSorted((a, b) =>
    orderBy === "created" ? a.created - b.created : compareText(sortedText(a), sortedText(b)),
  );
  if (descending) ordered.reverse();
  // A cursor stands at its place even if the conditions leave out the thing itself.
  const start = after === undefined ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const end = before === undefined ? ordered.length : ordered.findIndex(({ id }) => id === before);
  const found = ordered.slice(start, end).filter((stored) => matches(stored, selection));
  return before === undefined ? found.slice(offset, offset + limit) : found.slice(-limit);
}

/** Whether a selection's conditions let a thing through. */
export function matches({ created, searchText = "" }: Stored<unknown>, { search, from, to }: Selection): boolean {
  return (
    (search === undefined || searchedText(searchText).includes(searchedText(search))) &&
    (from === undefined || created >= from) &&
    (to === undefined || created <= to)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
