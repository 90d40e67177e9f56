import { RESERVED_NAMES } from "../generate/client.ts";
import { camelCase, isConstantName, pascalCase } from "../generate/identifiers.ts";
import { outlineOf, pointerOf } from "../spec/outline.ts";
import { isObject, segmentsOf } from "../spec/pointer.ts";
import { freeName } from "./hoist.ts";
import type { Document } from "./read-source.ts";

/**
 * Gives each operation an id, and each schema a name, that code can have.
 *
 * @param document Changed in place.
 * @param clientName The client's name: what is made of it is taken.
 */
export function nameParts(document: Document, clientName: string): void {
  const ids = nameOperations(document);
  const taken = new Set([
    ...RESERVED_NAMES,
    ...["Client", "Options", "Credentials"].map((suffix) => clientName + suffix),
    ...ids.flatMap((id) => ["Query", "Body", "Answer"].map((suffix) => pascalCase(id) + suffix)),
  ]);
  nameSchemas(document, taken);
}

function nameOperations(document: Document): string[] {
  const ids = new Set<string>();
  for (const { kind, key, value, parent } of outlineOf({ ...document }).parts) {
    if (kind !== "operation") continue;
    const given = camelCase(String(value.operationId ?? `${key} ${parent?.key}`));
    const name = isConstantName(given) && !RESERVED_NAMES.includes(given) ? given : `${given || "x"}Operation`;
    const id = freeName(isConstantName(name) ? name : `operation${pascalCase(name)}`, (candidate) =>
      ids.has(candidate),
    );
    ids.add(id);
    (value as Document).operationId = id;
  }
  return [...ids];
}

function nameSchemas(document: Document, taken: ReadonlySet<string>): void {
  const components = document.components;
  const schemas = isObject(components) && isObject(components.schemas) ? components.schemas : {};
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const name of Object.keys(schemas)) {
    const pascal = pascalCase(name);
    const plain = /^[A-Z]/.test(pascal) ? pascal : `Schema${pascal}`;
    const free = freeName(
      taken.has(plain) || plain.endsWith("Methods") ? `${plain}Schema` : plain,
      (candidate) => used.has(candidate) || taken.has(candidate),
    );
    used.add(free);
    names.set(name, free);
  }
  const rename = (reference: unknown): unknown => {
    if (typeof reference !== "string") return reference;
    if (names.has(reference)) return `#/components/schemas/${names.get(reference)}`;
    const [root, section, name] = reference.startsWith("#/") ? segmentsOf(pointerOf(reference)) : [];
    const renamed = root === "components" && section === "schemas" ? names.get(name ?? "") : undefined;
    return renamed === undefined ? reference : `#/components/schemas/${renamed}`;
  };
  for (const { kind, value } of outlineOf({ ...document }).parts) {
    if (kind !== "schema") continue;
    const schema = value as Document;
    if (schema.$ref !== undefined) schema.$ref = rename(schema.$ref);
    const { mapping } = isObject(schema.discriminator) ? (schema.discriminator as Document) : {};
    if (isObject(mapping))
      for (const [key, target] of Object.entries(mapping)) (mapping as Document)[key] = rename(target);
  }
  if (!isObject(components)) return;
  (components as Document).schemas = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [names.get(name), schema]),
  );
}
