// What the generator has to know of a provider beside its spec.
import type { ProviderName } from "@customer-clients/sandbox";
import type { Arbitrary } from "fast-check";
import type { SignatureHeaders, Unsigned } from "../sign.ts";
import type { Signing } from "./case.ts";
import type { Kind } from "./kinds.ts";
import type { Operation } from "./operations.ts";
import type { Hints } from "./schema.ts";

/** A rule that is broken by the way in which a request is signed, or by its headers. */
export interface BrokenSigning {
  readonly rule: string;
  readonly signing: Arbitrary<Signing>;
  readonly expected: readonly Kind[];
}

/** A rule that is broken by a value of the query. */
export interface BrokenQuery {
  readonly rule: string;
  /** The pairs that stand for the parameters named, percent-encoded. */
  readonly pairs: Arbitrary<readonly string[]>;
  readonly expected?: Kind;
}

/** A request as it comes before its signature. */
export interface Signable extends Unsigned {
  readonly now: number;
  readonly count: number;
}

/** A provider, as the generator needs it. */
export interface ProviderRules {
  readonly name: ProviderName;
  /** Secrets that may not stand in any answer. */
  readonly secrets: readonly string[];
  /** What bodies have to be beside what their schemas say, by operation. */
  readonly bodies: Readonly<Record<string, Hints>>;
  /** Values of query parameters that the spec can't say. */
  readonly queryValues: Readonly<Record<string, (operation: Operation) => Arbitrary<string>>>;
  /** Query parameters that don't go together with one another. */
  readonly exclusive: readonly (readonly string[])[];
  /** More that a query can do wrong. */
  brokenQueries(operation: Operation): readonly BrokenQuery[];
  /** Path parameters of which the sandbox has none. */
  readonly unknownIds: Arbitrary<string>;
  /** Path parameters that aren't even ids. */
  readonly garbledIds?: Arbitrary<string>;
  /** Which placeholder is a path parameter's value. */
  placeholder(parameter: string): string;
  /** The collection's path may end in a slash. */
  readonly trailingSlash?: true;
  /** A JSON body is taken whatever its content type says. */
  readonly anyContentType?: true;
  /** The signatures of a valid request. */
  readonly validSignings: Arbitrary<Signing>;
  brokenSignings(operation: Operation): readonly BrokenSigning[];
  /** How far apart two requests with the same id have to be, in milliseconds; where ids may not be repeated. */
  readonly repeatAfter?: number;
  /** Headers that prove who sends a request. */
  sign(request: Signable, signing: Signing, operation: Operation): SignatureHeaders;
  /** Puts into an empty sandbox what requests need, and gives the values of the placeholders. */
  prepare(send: Send): Promise<Readonly<Record<string, string>>>;
  /** Whether an answer is the provider's way to say this. */
  isRefusal(kind: Kind, status: number, body: unknown): boolean;
  isSuccess(status: number, body: unknown): boolean;
}

/** Sends a valid request of an operation without an id, and gives the body of its answer. */
// biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes.
export type Send = (operation: string, body: object) => Promise<any>;
