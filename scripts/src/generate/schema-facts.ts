// What can be told from a schema without a value.

import type { SpecNode } from "./spec-node.ts";

/** @returns The JSON types that a schema's values can have, as far as it says. */
export function typesOf(schema: SpecNode, seen: Set<string> = new Set()): Set<unknown> {
  const target = schema.target();
  if (seen.has(target.pointer)) return new Set();
  seen.add(target.pointer);
  const types = declaredTypes(target);
  if (types.length === 0 && target.get("properties")) types.push("object");
  if (types.length === 0 && target.get("items")) types.push("array");
  return new Set([...types, ...branchesOf(target).flatMap((branch) => [...typesOf(branch, seen)])]);
}

/**
 * @param known What has been found out, by pointer; a schema that leads back to itself adds nothing.
 * @returns Whether `null` meets a schema.
 */
export function allowsNull(schema: SpecNode, known: Map<string, boolean> = new Map()): boolean {
  const target = schema.target();
  const before = known.get(target.pointer);
  if (before !== undefined) return before;
  known.set(target.pointer, false);
  const types = declaredTypes(target);
  const some = (key: string) =>
    target
      .get(key)
      ?.items()
      .some((branch) => allowsNull(branch, known)) ?? true;
  const allows =
    (types.length === 0 || types.includes("null")) &&
    (target.get("const")?.value ?? null) === null &&
    (target
      .get("enum")
      ?.items()
      .some(({ value }) => value === null) ??
      true) &&
    some("anyOf") &&
    some("oneOf") &&
    (target
      .get("allOf")
      ?.items()
      .every((branch) => allowsNull(branch, known)) ??
      true);
  known.set(target.pointer, allows);
  return allows;
}

/** @returns The schema's `type`, as a list; empty when it says none. */
export function declaredTypes(schema: SpecNode): unknown[] {
  const type = schema.get("type");
  if (type === undefined) return [];
  return Array.isArray(type.value) ? [...type.value] : [type.value];
}

/** @returns The schemas that a schema is composed of. */
function branchesOf(schema: SpecNode): SpecNode[] {
  return ["allOf", "anyOf", "oneOf"].flatMap((key) => schema.get(key)?.items() ?? []);
}

/** @returns The properties that a schema's values may have, with their names, whichever branch they follow. */
export function propertiesOf(schema: SpecNode, seen: Set<string> = new Set()): [name: string, property: SpecNode][] {
  const target = schema.target();
  if (seen.has(target.pointer)) return [];
  seen.add(target.pointer);
  return [
    ...(target.get("properties")?.entries() ?? []),
    ...branchesOf(target).flatMap((branch) => propertiesOf(branch, seen)),
  ];
}
