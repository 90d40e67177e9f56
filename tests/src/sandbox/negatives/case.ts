// What a generated request is, before its placeholders are filled in and it is signed.
import type { Arbitrary } from "fast-check";
import type { Kind } from "./kinds.ts";

/**
 * A request without its signature. In its path, query and body, `{customer}`, `{card}` and the like stand for ids that
 * the sandbox has given, and `{unique}` for a number that no other request has.
 */
export interface Draft {
  readonly method: string;
  /** With the base path, percent-encoded. */
  readonly path: string;
  /** Pairs as they stand behind the `?`, percent-encoded. */
  readonly query: readonly string[];
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Headers that sign nothing. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How a request is signed, when not simply right. */
export interface Signing {
  /** What is signed instead of the request that is sent. */
  readonly over?: Partial<Draft>;
  /** How far the request's time is off the sandbox's, in milliseconds. */
  readonly offset?: number;
  /** What is signed and sent in place of a time. */
  readonly time?: string;
  /** What is signed and sent in place of a new request id. */
  readonly requestId?: string;
  /** Signed with a key of somebody else. */
  readonly otherKey?: true;
  /** Headers changed after the signing; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** A request to send, and what has to come of it. */
export interface Case {
  /** The rule that is broken; `none` for a valid request. */
  readonly rule: string;
  /** How it is refused; several where more than one way is right. Nothing for a valid request. */
  readonly expected?: readonly Kind[];
  readonly draft: Draft;
  readonly signing: Signing;
  /** A valid request with the same id is sent before, so many milliseconds earlier. */
  readonly sentBefore?: number;
}

/** Requests that break one rule. */
export interface Broken {
  readonly rule: string;
  readonly expected: readonly Kind[];
  readonly cases: Arbitrary<Pick<Case, "draft"> & Partial<Case>>;
}
