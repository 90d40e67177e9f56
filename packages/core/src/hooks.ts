import type { MaybePromise } from "./options.ts";

/**
 * One attempt of a call, in the specification's own words: no argument, credential or header is in it, so nothing of it needs to
 * be kept out of a log.
 */
export interface AttemptDescription {
  /** The method that was called: `customers.get`. */
  readonly operation: string;
  /** The HTTP method. */
  readonly method: string;
  /** The path with its parameters' names: `/V2022-03/customers/{customerId}`. */
  readonly path: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** A successful attempt. */
export interface ResponseDescription extends AttemptDescription {
  readonly status: number;
  /** The provider's id of the request, where it gives one. */
  readonly requestId: string | undefined;
}

/** A failed attempt. */
export interface ErrorDescription extends AttemptDescription {
  /** What the call throws, if it isn't repeated. */
  readonly error: Error;
  /** How long until the next attempt, in milliseconds; `undefined` when there is none. */
  readonly retryInMs: number | undefined;
}

/**
 * Functions that watch a client: `onRequest` runs before each attempt is sent, then exactly one of `onResponse` and `onError`.
 * They may be asynchronous and are awaited. A hook that throws ends the call with what it threw, unchanged, and nothing is
 * repeated: after `onRequest` nothing was sent; after the others the provider has already acted. A call that the caller's own
 * signal ends reports no failure.
 */
export interface Hooks {
  readonly onRequest?: ((attempt: AttemptDescription) => MaybePromise<void>) | undefined;
  readonly onResponse?: ((response: ResponseDescription) => MaybePromise<void>) | undefined;
  readonly onError?: ((failure: ErrorDescription) => MaybePromise<void>) | undefined;
}
