import type { Validator, Violation } from "./operation.ts";

/** What is wrong with one field. */
export interface FieldViolation {
  /** The names that lead to it; none for the whole. A missing field has its own name as the last. */
  readonly path: readonly string[];
  /** The keyword of JSON Schema that it violates. */
  readonly keyword: string;
  /** The keyword's value, as Ajv gives it: `{ limit: 50 }`, `{ allowedValues: ["a", "b"] }`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** In English, without the field. */
  readonly message: string;
}

/** @returns What is wrong with a value; nothing when it is right. */
export function violationOf(validate: Validator, value: unknown): FieldViolation | undefined {
  if (validate(value)) return undefined;
  // Of a choice's branches, the one that got furthest into the value is the one that was meant.
  const violations = validate.errors as readonly [Violation, ...Violation[]];
  const violation = violations.reduce((deepest, next) => (depth(next) > depth(deepest) ? next : deepest));
  const { keyword, params } = violation;
  const missing = keyword === "required" ? [String(params.missingProperty)] : [];
  const path = [...violation.instancePath.split("/").slice(1).map(unescapeSegment), ...missing];
  return { path, keyword, params, message: expectation(violation) };
}

function depth({ instancePath }: Violation): number {
  return instancePath.split("/").length;
}

function unescapeSegment(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}

function expectation({ keyword, params, message }: Violation): string {
  if (keyword === "required") return "is required";
  if (keyword === "enum") return `${message}: ${(params.allowedValues as readonly unknown[]).join(", ")}`;
  return message;
}
