import { fieldRefusal } from "../refusal.ts";
import type { Validator, Violation } from "./operation.ts";

/**
 * Checks a part of a request.
 *
 * @param part What is checked, to name it where no field is in error.
 * @throws Refusal that names the field and says what is expected.
 */
export function check(validate: Validator, value: unknown, part: string): void {
  if (validate(value)) return;
  // Of a choice's branches, the one that got furthest into the value is the one that was meant.
  const violations = validate.errors as readonly [Violation, ...Violation[]];
  const violation = violations.reduce((deepest, next) => (depth(next) > depth(deepest) ? next : deepest));
  const missing = violation.keyword === "required" ? [violation.params.missingProperty] : [];
  const names = violation.instancePath.split("/").slice(1).map(unescapeSegment);
  const field = [...names, ...missing].join(".") || part;
  throw fieldRefusal("invalid", field, expectation(violation));
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
