import type { Hooks } from "./hooks.ts";

/** A value, or a promise of one: signing is synchronous where the runtime allows it. */
export type MaybePromise<T> = T | Promise<T>;

/** Options that every client takes. */
export interface ClientOptions {
  /**
   * Used in place of the environment's base URL. `https:`, or `http:` on a loopback host only; no user name, password, query
   * or fragment in it.
   */
  readonly baseUrl?: string | undefined;
  /**
   * The time limit of one attempt, its answer's body included, in milliseconds; 1 to 2,147,483,647.
   * @default 30_000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * How often a GET, PUT or DELETE is repeated after a lost connection, a rate limit or a server error. A create is never repeated.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * The largest answer that is read, in bytes after decompression.
   * @default 10_485_760 (10 MiB)
   */
  readonly maxResponseBytes?: number | undefined;
  /**
   * The `fetch` to send with.
   * @default globalThis.fetch, looked up at each attempt
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Functions that watch each attempt; they see no secret and no personal value. */
  readonly hooks?: Hooks | undefined;
  /**
   * The clock, in Unix milliseconds.
   * @default Date.now
   */
  readonly now?: (() => number) | undefined;
  /**
   * Makes the id of a request, where the provider wants one.
   * @default an upper-case random UUID
   */
  readonly requestId?: (() => string) | undefined;
}

/** Options of one call; they go before the client's. */
export interface CallOptions {
  /** Ends the call; the call then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** See {@link ClientOptions.timeoutMs}. */
  readonly timeoutMs?: number | undefined;
  /** See {@link ClientOptions.maxRetries}. */
  readonly maxRetries?: number | undefined;
  /** Further request headers. A name that the client itself sets is refused. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Goes on with a value now, or when it is there: what needn't wait doesn't.
 *
 * @param value - The value, or a promise of it.
 * @param next - What to make of it.
 */
export function whenReady<T, R>(value: MaybePromise<T>, next: (value: T) => R): MaybePromise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
