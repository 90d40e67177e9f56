// What the generated modules hold: the part of a spec that the sandbox works by.

/** A violation as a validator compiled by Ajv reports it. */
export interface Violation {
  /** A JSON pointer into what was checked. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** A validator compiled by Ajv: the first violation it finds is in `errors`. */
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly Violation[] | null;
}

/** What the text of a parameter stands for. */
export type Scalar = "string" | "integer" | "number" | "boolean";

/** How a query parameter is read from its texts. */
export interface QueryParameter {
  readonly name: string;
  readonly type: Scalar;
  /** It may be given more than once, and is a list. */
  readonly repeated?: true;
  /** It may be given as `name[member]=`, by members. */
  readonly members?: Readonly<Record<string, Scalar>>;
  readonly default?: unknown;
}

/** Which fields a body has: a field's own, those of a list's items, or `true` for a value that stays as it is. */
export type Fields = true | readonly [Fields] | { readonly [name: string]: Fields };

/** One operation of a provider's API. */
export interface Operation<Id extends string = string> {
  readonly id: Id;
  readonly method: string;
  /** The path under the base path, split at its slashes; `{name}` is a parameter. */
  readonly segments: readonly string[];
  readonly query: readonly QueryParameter[];
  readonly body?: { readonly required: boolean; readonly fields: Fields };
  readonly validate: {
    readonly path: Validator;
    readonly query: Validator;
    readonly headers: Validator;
    readonly body?: Validator;
  };
}

/** A provider's spec. */
export interface Spec<Id extends string = string> {
  /** The path that the API's own paths follow: `/open`, or nothing. */
  readonly basePath: string;
  /** How far a request's time may be off, in milliseconds; infinite where the provider doesn't say. */
  readonly clockToleranceMs: number;
  /** The names that lead to the provider's code in an answer's body; none where it has no codes. */
  readonly code: readonly string[];
  readonly operations: readonly Operation<Id>[];
}

/** The validators of a provider's answers, for tests. */
export interface AnswerValidators {
  /** By operation, then by status: `200`, `5XX`, `default`. */
  readonly operations: Readonly<Record<string, Readonly<Record<string, Validator>>>>;
  /** Of any error, also one that no operation answers with. */
  readonly error: Validator;
}
