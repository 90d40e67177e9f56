// What a provider's module is made of: the part of its behaviour that a spec can't say.
import type { Clock } from "./clock.ts";
import type { Ids } from "./ids.ts";
import type { Refusal } from "./refusal.ts";
import type { Operation, Spec } from "./spec/operation.ts";
import type { Entry } from "./spec/query.ts";
import type { Records, Storage } from "./storage/storage.ts";

/** A request as it came in. */
export interface RawRequest {
  readonly method: string;
  /** The path with its query exactly as on the request line. */
  readonly target: string;
  readonly headers: Headers;
  /** The body's bytes; none when it has more than the sandbox reads. */
  readonly body: Uint8Array | undefined;
  /** Aborted when the caller doesn't wait for the answer any more. */
  readonly signal?: AbortSignal;
}

/** A request whose operation is known. */
export interface Call<Id extends string = string> extends RawRequest {
  readonly operation: Operation<Id>;
  /** Path parameters by name, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** The query's names and values in order, decoded. */
  readonly entries: readonly Entry[];
  /** The body as text; bytes that aren't UTF-8 are replaced. */
  readonly text: string;
}

/** A call that was found valid. */
export interface Input {
  /** Path parameters by name. */
  readonly path: Readonly<Record<string, string>>;
  /** Query parameters by name, each of the type that the spec gives it, defaults included. */
  readonly query: Readonly<Record<string, unknown>>;
  /** The body's known fields. */
  readonly body: unknown;
}

/** What is answered: a status and the JSON body. */
export interface Outcome {
  readonly status: number;
  readonly body: unknown;
}

/** The error that a fault asks for: by its status, or by the provider's own code with or without one. */
export type WantedError =
  | { readonly status: number; readonly code?: undefined }
  | { readonly status?: number | undefined; readonly code: string | number };

/** One operation's behaviour. It throws a {@link Refusal} for what the provider refuses. */
export type Handler = (input: Input, records: Records) => Promise<Outcome>;

/** What every provider's module is given. */
export interface Context<Credentials> {
  readonly credentials: Credentials;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly storage: Storage;
}

/** A provider's behaviour. */
export interface Provider<Id extends string = string> {
  readonly spec: Spec<Id>;
  /** The names of all that it keeps, for snapshots. */
  readonly collections: readonly string[];
  /** The collection's path may end in a slash. */
  readonly trailingSlash?: true;
  /** A JSON body is taken whatever its content type says. */
  readonly anyContentType?: true;
  /** What the request's credentials and signature prove; throws a {@link Refusal} when they don't. */
  authenticate(call: Call<Id>): Promise<void>;
  readonly handlers: Readonly<Record<Id, Handler>>;
  /** The provider's answer to a request that it refuses. */
  refuse(refusal: Refusal): Outcome;
  /**
   * The provider's answer with an error that a test asks for.
   *
   * @throws TypeError when the provider has no such code, with what it has.
   */
  error(wanted: WantedError, message: string): Outcome;
  /** Headers of the provider's own on an answer, given the request's headers and the answer's body. */
  answerHeaders?(request: Headers, text: string): Promise<Readonly<Record<string, string>>>;
}
