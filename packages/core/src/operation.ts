// The data that generated code hands to the pipeline: what a provider and its operations are like.

import type { SuccessRule } from "./answer/success.ts";
import type { ApiErrorClass } from "./errors/api-errors.ts";
import type { Entry } from "./request/query.ts";

/** Where a value sits in a JSON answer: the segments of a JSON pointer; `[]` is the whole answer. */
export type Pointer = readonly string[];

/** How a provider wraps its answers. */
export interface Envelope {
  readonly value: Pointer;
  readonly code?: Pointer;
  readonly message?: Pointer;
  /** A pointer into the answer, or the name of a response header. */
  readonly requestId?: Pointer | string;
  /** What makes a 2xx a success. */
  readonly success: SuccessRule;
}

/** The pattern of some answers, `<status> <code>`, and the error that they mean. The first that matches wins. */
export type ErrorRule = readonly [pattern: RegExp, error: ApiErrorClass];

/** What all operations of a provider share. */
export interface ProviderDescriptor {
  readonly name: string;
  /** Base URLs by environment. */
  readonly environments: Readonly<Record<string, string>>;
  readonly envelope: Envelope;
  readonly errors: readonly ErrorRule[];
  /** Makes a query's entries: `nested` where a parameter may hold an object, else `flat`. */
  readonly query: (parameters: unknown) => Entry[];
  /** Headers that the signer sets, lower case: refused from a caller. */
  readonly signingHeaders: readonly string[];
  /** How far the caller's clock may be off, in milliseconds, where the provider says so. */
  readonly clockToleranceMs?: number;
  /** Names of fields and parameters whose values are a secret or a person's data. */
  readonly sensitive: readonly string[];
}

/** One operation of a provider's API. */
export interface OperationDescriptor {
  /** The method on the client, as errors and hooks name it: `customers.create`. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The path under the base URL, with `{name}` for each path parameter. */
  readonly path: string;
  /** The media type of the request body, when the operation takes one. */
  readonly body?: string;
  readonly bodyRequired?: true;
  /** Writes a body that isn't JSON. */
  readonly write?: (body: object) => string;
  /** The signing headers that the operation takes only because its specification lists them. */
  readonly headers?: readonly string[];
  /** Overrides the envelope's pointer to the value. */
  readonly value?: Pointer;
  /** A success may come without a body. */
  readonly empty?: true;
  /** A success may have `null` where the value is. */
  readonly nullable?: true;
}

/** The arguments of one call, by where they go. */
export interface OperationInput {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: object | undefined;
  readonly body?: unknown;
}
