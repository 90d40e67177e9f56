import type { Part } from "../../spec/outline.ts";
import { asText, childPointer, entriesOf, isObject } from "../../spec/pointer.ts";
import { clientOf } from "../operations.ts";
import { faultOf } from "../pattern.ts";
import type { Rule } from "../rule.ts";

/** Each pattern is valid under the `u` flag, as JSON Schema wants it, and can't be made to run for long. */
export const patternSafe: Rule = function* (outline) {
  for (const [pointer, pattern] of outline.parts.flatMap(patternsOf)) {
    const fault = faultOf(pattern);
    if (fault) yield { pointer, message: `expected a pattern ${fault}` };
  }
};

function patternsOf(part: Part): [pointer: string, pattern: string][] {
  if (part.kind === "schema") {
    const names = childPointer(part.pointer, "patternProperties");
    return [
      ...patternAt(part.pointer, part.value),
      ...entriesOf(part.value.patternProperties).map(([name]): [string, string] => [childPointer(names, name), name]),
    ];
  }
  if (part.kind !== "document") return [];
  const { envelope, errors } = clientOf(part);
  return [
    ...patternAt("/x-client/envelope/success", isObject(envelope) ? envelope.success : undefined),
    ...entriesOf(errors).flatMap(([index, error]) => patternAt(`/x-client/errors/${index}`, error)),
  ];
}

function patternAt(pointer: string, owner: unknown): [string, string][] {
  const pattern = isObject(owner) ? asText(owner.pattern) : undefined;
  return pattern === undefined ? [] : [[`${pointer}/pattern`, pattern]];
}
