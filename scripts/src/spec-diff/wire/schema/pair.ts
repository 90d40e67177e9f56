import type { Direction } from "../../finding.ts";
import type { Conjunction } from "./conjunction.ts";

/** How a value stands in another. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "additional" | "name" | "contained" | "same" | "not" | "condition" }
  | { readonly kind: "item"; readonly index: number };

/** Whether a part that allows less makes the whole allow less, or more, or either. */
export type Sense = "same" | "reversed" | "either";

export interface Edge {
  readonly step: Step;
  readonly sense: Sense;
  readonly pair: Pair;
}

/** What one change does by itself, as four schemas: each document's, with and without it. */
export interface Alone {
  readonly base: Conjunction;
  readonly baseWith: Conjunction;
  readonly revisionWithout: Conjunction;
  readonly revision: Conjunction;
}

/** One change of a schema. */
export interface SchemaChange {
  readonly rule: string;
  /** What tells it from other changes of its rule at its place. */
  readonly detail: string;
  readonly basePointer?: string;
  readonly revisionPointer?: string;
  /** A keyword's values, or the name of what was added or removed. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** The keyword, where there is one. */
  readonly keyword?: string;
  readonly name?: string;
  /** What decides whether it breaks; none where it says nothing of what is allowed. */
  readonly alone?: Alone;
  /**
   * The one way in which it can break. By the letter a `oneOf` with a branch less allows more: what fitted two branches
   * fits one; but branches are there to tell kinds apart.
   */
  readonly only?: "less" | "more";
  /** What decides where no change of the two schemas breaks alone: all of them together. */
  readonly joint?: Alone;
  /** Breaks without a schema that says so. */
  readonly breaksIn?: Direction;
  /** What it is when it doesn't break. */
  readonly kind: "additive" | "documentation";
}

/** Two schemas that stand at the same place of the two documents' values. */
export interface Pair {
  readonly key: string;
  readonly base: Conjunction;
  readonly revision: Conjunction;
  readonly changes: SchemaChange[];
  readonly edges: Edge[];
  readonly parents: Pair[];
}
