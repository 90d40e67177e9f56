import { outlineOf, type Part } from "../spec/outline.ts";
import { childPointer, isObject } from "../spec/pointer.ts";
import { SpecNode } from "./spec-node.ts";

/**
 * @param root The document's root.
 * @returns The sorted names of every property, parameter and header that is marked as a secret or a person's data, and of
 * keys that are sent in a query. The mark counts beside the field as well as in the schema that it refers to.
 */
export function sensitiveNames(root: SpecNode): string[] {
  const names = outlineOf(root.source.document).parts.flatMap((part) => {
    const node = new SpecNode(root.source, part.pointer, part.value).target();
    if (part.kind === "securityScheme") return node.text("in") === "query" ? [node.text("name") ?? ""] : [];
    return isNamed(part) && isMarked(part, node)
      ? [part.kind === "parameter" ? (node.text("name") ?? "") : part.key]
      : [];
  });
  return [...new Set(names)].sort();
}

/** Whether a part is a property, a parameter or a response's header. */
function isNamed({ kind, key, pointer, parent }: Part): boolean {
  if (kind === "schema") return pointer === childPointer(`${parent?.pointer}/properties`, key);
  return kind === "parameter" || (kind === "header" && parent?.kind === "response");
}

function isMarked({ value }: Part, target: SpecNode): boolean {
  const schema = target.get("schema");
  const places = [value, target.value, schema?.value, schema?.target().value];
  return places.some((place) => isObject(place) && place["x-sensitive"] === true);
}
