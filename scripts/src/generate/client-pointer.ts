import { segmentsOf } from "../spec/pointer.ts";
import type { SpecNode } from "./spec-node.ts";

/**
 * @param node A member of `x-client` that is a JSON pointer: `/data/list`, or "" for the whole answer.
 * @returns Its segments.
 * @throws {UnusableSpecError} When it isn't one.
 */
export function readPointer(node: SpecNode): string[] {
  if (typeof node.value === "string" && /^(?:\/(?:[^~/]|~[01])*)*$/u.test(node.value)) return segmentsOf(node.value);
  return node.fail(`expected a JSON pointer such as /data, or "" for the whole answer`);
}
