import type { Part } from "../../spec/outline.ts";
import { asText } from "../../spec/pointer.ts";
import type { Rule } from "../rule.ts";

/** Each property, each component schema and each header has a description, or refers to one that has. */
export const description: Rule = function* (outline) {
  for (const part of outline.parts) {
    const what = nameOf(part);
    if (what && part.value.$ref === undefined && (asText(part.value.description) ?? "").trim() === "") {
      yield { pointer: part.pointer, message: `expected a description of ${what}` };
    }
  }
};

function nameOf({ kind, key, pointer, parent }: Part): string | undefined {
  if (kind === "header") return `the header ${key}`;
  if (kind !== "schema") return undefined;
  if (parent?.kind === "components") return `the schema ${key}`;
  return pointer.startsWith(`${parent?.pointer}/properties/`) ? `the property ${key}` : undefined;
}
