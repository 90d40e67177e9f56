// The faults that a test can ask for.
import type { ProviderName } from "../options.ts";

/** What goes wrong. */
export type Fault =
  /** The request is handled, or its answer leaves, only after a while. */
  | { readonly kind: "latency"; readonly delayMs: number; readonly when?: Moment | undefined }
  /** The connection is reset: no answer, whether or not the request was handled. */
  | { readonly kind: "reset"; readonly when?: Moment | undefined }
  /** The connection ends in the middle of the answer's body, after so many bytes; by default after half of them. */
  | { readonly kind: "cut-off"; readonly bytes?: number | undefined }
  /** 429 with `Retry-After`, by default one second; the request isn't handled. */
  | { readonly kind: "rate-limit"; readonly retryAfterSeconds?: number | undefined }
  /** The provider's error with any status from 400 to 599; the request isn't handled. */
  | { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number | undefined }
  /** The provider's error with a code of its own, by default with the status that goes with it. */
  | { readonly kind: "code"; readonly code: string | number; readonly status?: number | undefined }
  /** The provider's clock is off: ahead, or below zero behind. */
  | { readonly kind: "clock-skew"; readonly skewMs: number };

/** Before the request is handled, and anything written, or after it; by default before. */
export type Moment = "before" | "after";

/** The name of what goes wrong. */
export type FaultKind = Fault["kind"];

/** What goes wrong, where, and how often. */
export interface FaultRule {
  /** @default every provider */
  readonly provider?: ProviderName | undefined;
  /**
   * The operation's id in the spec, such as `createCustomer`.
   * @default every request, also one to an address that there isn't
   */
  readonly operation?: string | undefined;
  readonly fault: Fault;
  /**
   * After how many times it is over.
   * @default until the faults are cleared
   */
  readonly times?: number | undefined;
  /**
   * How likely it is for each request: more than 0, at most 1.
   * @default 1
   */
  readonly probability?: number | undefined;
  /**
   * Which requests are hit: for the same seed always the same ones. Goes with a probability.
   * @default 0
   */
  readonly seed?: number | undefined;
}

/** A fault that isn't over yet. */
export interface ActiveFault extends FaultRule {
  /** How many requests it has hit. */
  readonly hits: number;
}

/** The faults of a sandbox. */
export interface Faults {
  /**
   * Adds a fault. A request is hit by at most one latency, one clock skew and one of the others: of each, the fault that
   * was added first.
   *
   * @throws TypeError that names the field which isn't as expected.
   */
  add(rule: FaultRule): void;
  /** Those that aren't over yet, in the order in which they were added. */
  list(): readonly ActiveFault[];
  /** Takes all of them away. */
  clear(): void;
}
