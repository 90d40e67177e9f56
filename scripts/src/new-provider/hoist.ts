import { pascalCase } from "../generate/identifiers.ts";
import { type Kind, outlineOf, type Part, pointerOf } from "../spec/outline.ts";
import { isObject, segmentsOf, valueAt } from "../spec/pointer.ts";
import type { Document } from "./read-source.ts";

/** Where a part of each kind stands among the components. */
const SECTIONS: Partial<Record<Kind, string>> = {
  schema: "schemas",
  parameter: "parameters",
  response: "responses",
  header: "headers",
  requestBody: "requestBodies",
  pathItem: "pathItems",
  example: "examples",
};

/**
 * Makes a component of whatever a reference leads to that isn't one: a part of another schema, an entry of `$defs`, a path's
 * parameter. Types can be named only where they are components.
 *
 * @param document Changed in place.
 */
export function hoistReferences(document: Document): void {
  const components = isObject(document.components) ? (document.components as Document) : {};
  document.components = components;
  const references = new Map<string, string>();
  // What is hoisted may have further references in it.
  for (let parts = partsToHoist(document); parts.length > 0; parts = partsToHoist(document)) {
    for (const part of parts) {
      const pointer = pointerOf(String(part.value.$ref));
      const key = `${part.kind} ${pointer}`;
      const reference = references.get(key) ?? addComponent(components, part.kind, pointer, valueAt(document, pointer));
      references.set(key, reference);
      (part.value as Document).$ref = reference;
    }
  }
  for (const { kind, value } of outlineOf({ ...document }).parts) {
    if (kind === "schema") delete (value as Document).$defs;
  }
}

function partsToHoist(document: Document): Part[] {
  // A copy's outline: the document's own would be the one from before the last change.
  return outlineOf({ ...document }).parts.filter(({ kind, value }) => {
    const reference = value.$ref;
    return typeof reference === "string" && kind in SECTIONS && !/^#\/components\/[A-Za-z]+\/[^/]+$/.test(reference);
  });
}

function addComponent(components: Document, kind: Kind, pointer: string, value: unknown): string {
  const section = SECTIONS[kind] as string;
  const entries = (isObject(components[section]) ? components[section] : {}) as Document;
  components[section] = entries;
  const words = segmentsOf(pointer).filter(
    (segment) => !/^(?:components|schemas|properties|paths|\$defs|schema|content)$/.test(segment),
  );
  const name = freeName(pascalCase(words.slice(-3).join(" ")) || "Part", (candidate) =>
    Object.hasOwn(entries, candidate),
  );
  entries[name] = JSON.parse(JSON.stringify(value ?? {}));
  return `#/components/${section}/${name}`;
}

/** @returns The name, with the first number behind it that makes it free. */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(name)) return name;
  for (let number = 2; ; number++) if (!isTaken(name + number)) return name + number;
}
