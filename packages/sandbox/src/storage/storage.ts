// Where the sandbox keeps what it is told, and what memory and databases have to agree on to the letter.

/** Of longer sort keys only so many code units count: no database indexes a text of any length. */
const maxSortedLength = 200;

/** One thing that is kept. */
export interface Stored<Value> {
  readonly id: string;
  /** Unix milliseconds. Things are in the order of their creation, those of the same millisecond as they came. */
  readonly created: number;
  /** No two things of a collection have the same one. */
  readonly uniqueKey?: string;
  /** What `orderBy: "sortKey"` sorts by, by code unit; those with equal ones stay as they came. See {@link sortedText}. */
  readonly sortKey?: string;
  /** What `search` looks in. See {@link searchedText}. */
  readonly searchText?: string;
  /** Anything that JSON can write. It is never changed in place. */
  readonly value: Value;
}

/** Which things of a collection, and in what order. */
export interface Selection {
  /** @default "created" */
  readonly orderBy?: "created" | "sortKey" | undefined;
  readonly descending?: boolean | undefined;
  /** A text that `searchText` holds. */
  readonly search?: string | undefined;
  /** The earliest time of creation, Unix milliseconds. */
  readonly from?: number | undefined;
  /** The latest time of creation, Unix milliseconds. */
  readonly to?: number | undefined;
  /** The id of one that is there: only those behind it, in the selection's order. */
  readonly after?: string | undefined;
  /** The id of one that is there: only those ahead of it, and of these the last. */
  readonly before?: string | undefined;
  /** How many to leave out first. */
  readonly offset?: number | undefined;
  /** How many at most. */
  readonly limit?: number | undefined;
}

/** Things of one kind, by id. */
export interface Collection<Value> {
  /** @returns Whether it was put in: not when its id or unique key is taken. */
  insert(stored: Stored<Value>): Promise<boolean>;
  get(id: string): Promise<Stored<Value> | undefined>;
  /**
   * Puts a thing in the place of the one with its id, which is there.
   *
   * @returns Whether it did: not when another one has its unique key.
   */
  replace(stored: Stored<Value>): Promise<boolean>;
  /** @returns Whether it was there. */
  delete(id: string): Promise<boolean>;
  /** Deletes what was created before a time, in Unix milliseconds. */
  deleteBefore(created: number): Promise<void>;
  select(selection: Selection): Promise<readonly Stored<Value>[]>;
  /** How many there are: of a selection, only what to look for counts. */
  count(selection?: Pick<Selection, "search" | "from" | "to">): Promise<number>;
}

/** All that is kept, within a transaction. */
export interface Records {
  collection<Value>(name: string): Collection<Value>;
}

/** A place to keep things in. */
export interface Storage {
  /**
   * Does some work on what is kept, as if nothing else went on at the same time.
   *
   * @param work It may be done again from the start, where another process was faster; so it changes nothing but what
   * is kept.
   * @returns What the work gives. When it throws, nothing that it did is kept.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Forgets everything. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** The part of a sort key that counts. */
export function sortedText({ sortKey = "" }: Stored<unknown>): string {
  return sortKey.slice(0, maxSortedLength);
}

/** A text as it is searched, and searched for: with U+FFFD for what no database takes, NUL and half a surrogate pair. */
export function searchedText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}
