import { at } from "../answer/at.ts";
import type { Exchange } from "../exchange.ts";
import type { OperationDescriptor, OperationInput, Pointer } from "../operation.ts";
import type { CallOptions } from "../options.ts";

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** How many items the whole list has, where the provider says so. */
  readonly total: number | undefined;
  /** Fetches the page after this one; `undefined` when this is the last. */
  nextPage(): Promise<Page<T> | undefined>;
}

/**
 * A list that is fetched as it is used. Nothing is sent until then; its first page is fetched once.
 *
 * @example
 * const page = await client.customers.list();                     // one page
 * for await (const customer of client.customers.list()) { … }     // every item, page by page
 */
export interface PageList<T> extends PromiseLike<Page<T>>, AsyncIterable<T> {}

/** Query parameters by name. */
export type Query = Readonly<Record<string, unknown>>;

/** What a page says of the list. */
export interface Turn {
  /** What tells this page from the others. */
  readonly key: unknown;
  readonly total?: number | undefined;
  /** The parameters that the next page differs in; `undefined` when this is the last. */
  readonly next?: Query | undefined;
}

/** Where a list's items are in the answer. */
export interface Paging {
  readonly items: Pointer;
}

/** An operation that lists, and where its answers say what. */
export interface ListDescriptor<P extends Paging> extends OperationDescriptor {
  readonly page: P;
}

/**
 * Calls an operation that lists.
 *
 * @param exchange - The provider's pipeline.
 * @param operation - What to call.
 * @param readTurn - Reads how the list goes on; `undefined` when the answer doesn't say.
 * @param input - The arguments of the first page.
 * @param options - Options of the call for each page; a signal ends the iteration too.
 * @throws Lazily, when it is awaited or iterated: as `call`, and InvalidResponseError for a list that would never end (a page that
 * comes again, or more to come after no items) or that doesn't say whether it ends.
 */
export function list<T, P extends Paging>(
  exchange: Exchange,
  operation: ListDescriptor<P>,
  readTurn: (page: P, json: unknown, query: Query, items: readonly unknown[]) => Turn | undefined,
  input: OperationInput,
  options?: CallOptions,
): PageList<T> {
  const { page } = operation;
  // Each walk has its own keys of the pages that it has seen: a list may be walked twice, and change in between.
  const fetchPage = (query: Query, seen: readonly unknown[]): Promise<Page<T>> =>
    exchange(operation, { ...input, query }, options, ({ json }) => {
      const items = at(json, page.items);
      if (!Array.isArray(items)) return undefined;
      const turn = readTurn(page, json, query, items);
      if (!turn || seen.includes(turn.key) || (turn.next && !items[0])) return undefined;
      const { key, total, next } = turn;
      return { items, total, nextPage: async () => next && fetchPage({ ...query, ...next }, [...seen, key]) };
    });
  let first: Promise<Page<T>> | undefined;
  const fetchFirst = () => (first ??= fetchPage({ ...input.query }, []));
  return {
    // biome-ignore lint/suspicious/noThenProperty: being awaited is what it is for.
    then: (onFulfilled, onRejected) => fetchFirst().then(onFulfilled, onRejected),
    async *[Symbol.asyncIterator]() {
      for (let page: Page<T> | undefined = await fetchFirst(); page; page = await page.nextPage()) yield* page.items;
    },
  };
}
