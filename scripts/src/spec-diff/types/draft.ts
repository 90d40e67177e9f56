import type { Changes } from "./changes.ts";
import type { Checks } from "./checks.ts";
import type { MethodComparison } from "./compare-method.ts";
import type { NameChange } from "./method-changes.ts";
import type { Method } from "./methods.ts";
import type { TypeModule } from "./type-module.ts";
import type { TypesSide } from "./types-side.ts";

/** What is known before the compiler has spoken. */
export interface Draft {
  readonly base: TypesSide;
  readonly revision: TypesSide;
  readonly changes: Changes;
  readonly names: readonly NameChange[];
  readonly compared: readonly [base: Method, revision: Method][];
  readonly comparisons: readonly MethodComparison[];
  readonly checks: Checks;
  readonly modules: readonly [base: TypeModule, revision: TypeModule];
}
