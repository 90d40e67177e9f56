// The ways in which providers tell success from failure.
import type { Pointer } from "../operation.ts";
import { at } from "./at.ts";

/**
 * Whether a 2xx is a success; `undefined` when it lacks what tells.
 *
 * @param json - The answer's body.
 * @param code - The provider's code in it.
 */
export type SuccessRule = (json: unknown, code: string | undefined) => boolean | undefined;

/** A success has a code of the given pattern. */
export function byCode(pattern: RegExp): SuccessRule {
  return (_json, code) => (code === undefined ? undefined : pattern.test(code));
}

/** A success has nothing but `null` where errors are put. */
export function byAbsence(pointer: Pointer): SuccessRule {
  return (json) => (at(json, pointer) ?? null) === null;
}
