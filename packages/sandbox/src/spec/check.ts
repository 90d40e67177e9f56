import { fieldRefusal } from "../refusal.ts";
import type { Validator } from "./operation.ts";
import { violationOf } from "./violation.ts";

/**
 * Checks a part of a request.
 *
 * @param part What is checked, to name it where no field is in error.
 * @throws Refusal that names the field and says what is expected.
 */
export function check(validate: Validator, value: unknown, part: string): void {
  const violation = violationOf(validate, value);
  if (violation) throw fieldRefusal("invalid", violation.path.join(".") || part, violation.message);
}
