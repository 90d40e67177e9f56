import type { Outline } from "../spec/outline.ts";

/** What a rule found wrong in a document. */
export interface Finding {
  /** The JSON pointer of what is wrong; for what is missing, of what it is missing from. */
  readonly pointer: string;
  /** What was expected, and what was found. */
  readonly message: string;
}

/** A check of one document. Rules share nothing and may run in any order. */
export type Rule = (outline: Outline) => Iterable<Finding>;
