// The types of a client by method and path, made from what openapi-typescript makes of a specification. Not openapi-fetch's own:
// those let misspelt fields and any option through, lose fields that are always null, and take an open enum apart.
import type { OperationDescriptor } from "./operation.ts";

/** A client by method and path. */
export type Api<Paths> = {
  readonly [Method in OperationDescriptor["method"]]: <
    Path extends PathsWith<Paths, Lowercase<Method>>,
    As extends keyof Parsed<unknown> = "json",
  >(
    path: Path,
    ...init: Rest<Paths[Path][Lowercase<Method> & keyof Paths[Path]], As>
  ) => Promise<Result<Paths[Path][Lowercase<Method> & keyof Paths[Path]], As>>;
};

/** What has no required property accepts it. */
type Nothing = Record<never, never>;

type PathsWith<Paths, Method extends string> = {
  [Path in keyof Paths]: Paths[Path] extends { [name in Method]: object } ? Path : never;
}[keyof Paths];

type Rest<Operation, As> =
  Nothing extends Init<Operation, As> ? [init?: Init<Operation, As>] : [init: Init<Operation, As>];

/** Options of one call. */
type Init<Operation, As> = {
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly maxRetries?: number | undefined;
  // What Headers takes has a name of its own, HeadersInit, only in the DOM's declarations; @types/node has none.
  readonly headers?:
    | ConstructorParameters<typeof Headers>[0]
    | Readonly<Record<string, string | number | boolean | null | undefined>>
    | undefined;
  /** How to read the answer. */
  readonly parseAs?: As | undefined;
} & Params<Operation> &
  Body<Operation>;

type Params<Operation> = Operation extends { parameters: infer P }
  ? Nothing extends P
    ? { readonly params?: P | undefined }
    : { readonly params: P }
  : unknown;

type Body<Operation> = Operation extends { requestBody: infer B }
  ? { readonly body: Content<B> }
  : Operation extends { requestBody?: infer B }
    ? { readonly body?: [NonNullable<B>] extends [never] ? never : Content<NonNullable<B>> | undefined }
    : unknown;

type Content<Message> = Message extends { content: infer C } ? C[keyof C] : undefined;

interface Parsed<T> {
  json: T;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array> | null;
}

/** Either `data` or `error`, with the envelope kept, and the response. */
type Result<Operation, As extends keyof Parsed<unknown>> = Operation extends { responses: infer R }
  ?
      | { readonly data: Parsed<AnswerOf<R, Success<R>>>[As]; readonly error?: never; readonly response: Response }
      | {
          readonly data?: never;
          readonly error: AnswerOf<R, Exclude<keyof R, Success<R>>>;
          readonly response: Response;
        }
  : never;

type AnswerOf<Responses, Status extends keyof Responses> = { [S in Status]: Content<Responses[S]> }[Status];

type Success<Responses> = {
  [S in keyof Responses]: S extends string | number ? (`${S}` extends `2${string}` ? S : never) : never;
}[keyof Responses];
