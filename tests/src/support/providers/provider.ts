// What the tests of all providers share: one shape for the same calls, each provider's own answers behind it.
import type { ClientOptions } from "@customer-clients/core";

/** Options of one call that both ways take. openapi-fetch's types have no `undefined` in them. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The calls that the tests make, through the methods or by method and path. */
export interface Calls {
  create(options?: CallOptions): PromiseLike<unknown>;
  list(options?: CallOptions): PromiseLike<unknown>;
  /** The operations with an id in their path, by name; every provider has `get`. */
  readonly byId: Readonly<Record<string, (id: string, options?: CallOptions) => PromiseLike<unknown>>> & {
    readonly get: (id: string, options?: CallOptions) => PromiseLike<unknown>;
  };
}

/** Options of a client under test: where its server is, and whatever the test is about. */
export type TestOptions = ClientOptions & { readonly baseUrl: string };

/** An answer, ready to be sent. */
export interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/** One provider, as the tests see it. */
export interface ProviderCase {
  readonly name: string;
  /** What stands before the paths of the specification. */
  readonly basePath: string;
  /** The path of the customers. */
  readonly collection: string;
  /** The header that differs from attempt to attempt. */
  readonly signatureHeader: string;
  /** Every header that the client sets by itself. */
  readonly signingHeaders: readonly string[];
  /** Credentials, and the personal values of the customer that `create` sends. */
  readonly secrets: readonly string[];
  /** The methods, and the entry `/api`. */
  readonly ways: Readonly<Record<"methods" | "api", (options: TestOptions) => Calls>>;
  /** A right answer of each operation. */
  readonly answers: { readonly create: unknown; readonly list: unknown; readonly get: unknown };
  /** How the provider says an error: inside HTTP 200, or with a status. */
  refusal(message: string, status?: number): Refusal;
}
