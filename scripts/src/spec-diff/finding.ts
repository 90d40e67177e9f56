import type { Spec } from "../spec/read-spec.ts";

/** Where a change shows: to a program that speaks HTTP, or to one that compiles against the client. */
export type Surface = "wire" | "types" | "both";

/** What callers send, or what they get. */
export type Direction = "request" | "answer";

/** A document that has passed the guard, and where it came from. */
export interface SpecDocument extends Spec {
  /** What a reader calls it: a file, or a file at a commit. */
  readonly path: string;
}

export interface OperationUse {
  /** `GET /path` where the document gives none. */
  readonly operationId: string;
  readonly direction: Direction;
  /** Where the operation stands on the client, `customers.create`: from `x-client.method`, where there is one. */
  readonly method?: string;
}

/** A place in a document's text, both counted from 1. */
export interface Place {
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
}

/** A payload which shows that a change breaks: both sides were checked by Ajv. */
export interface Witness {
  readonly direction: Direction;
  readonly operationId: string;
  /** The whole body or parameter value. */
  readonly payload: unknown;
  /** What the payload is: `body application/json`, `query limit`, `header X-Id`, `answer 200 application/json`, … */
  readonly where: string;
  /** A request that was valid; an answer that was impossible. */
  readonly before: "valid" | "impossible";
  /** What the validator says of it now: why the request is refused, or that the answer is valid. */
  readonly after: string;
}

/** One change, told once, with everything that it touches. */
export interface Finding {
  /** The rule, the pointer and what changed: the same in each run, so that an acceptance can name it. */
  readonly id: string;
  /** The kind of change, in kebab case: `property-removed`. */
  readonly rule: string;
  readonly breaking: boolean;
  /** `documentation`: no caller notices. */
  readonly kind: "breaking" | "additive" | "documentation";
  /** For a break, where it breaks. */
  readonly surface: Surface;
  /** Where the change is in the new document; in the old one, when it is gone. */
  readonly pointer: string;
  readonly base?: Place;
  readonly revision?: Place;
  /** Every operation that the change touches, in which direction; sorted. */
  readonly operations: readonly OperationUse[];
  /** In words, as plain text. */
  readonly message: string;
  /** For a break on the wire. */
  readonly witness?: Witness | "unproven";
}
