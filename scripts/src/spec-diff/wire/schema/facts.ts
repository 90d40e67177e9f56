import { isObject, type JsonObject } from "../../../spec/pointer.ts";
import type { Direction } from "../../finding.ts";
import { type Conjunction, conjunctionOf, type PlainNode } from "./conjunction.ts";
import { matches } from "./guarded-pattern.ts";
import { childOf, isEqual, listOf, memberOf, own, type SchemaNode } from "./node.ts";

/** JSON's types, with numbers told apart by whether they are whole. */
export type Atom = "null" | "boolean" | "integer" | "fraction" | "string" | "array" | "object";

export const ATOMS: readonly Atom[] = ["null", "boolean", "integer", "fraction", "string", "array", "object"];

const ATOMS_OF: Readonly<Record<string, readonly Atom[]>> = {
  null: ["null"],
  boolean: ["boolean"],
  integer: ["integer"],
  number: ["integer", "fraction"],
  string: ["string"],
  array: ["array"],
  object: ["object"],
};

export function atomOf(value: unknown): Atom {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "fraction";
  if (typeof value === "boolean" || typeof value === "string") return typeof value as Atom;
  return "object";
}

/** @returns What the keyword `type` allows; everything where it says nothing. */
export function atomsOfType(type: unknown): ReadonlySet<Atom> {
  const names = typeof type === "string" ? [type] : listOf(type);
  const known = names.flatMap((name) => (typeof name === "string" && (own(ATOMS_OF, name) as readonly Atom[])) || []);
  return new Set(known.length > 0 ? known : ATOMS);
}

/** @returns The types that a value can have. */
export function atomsOf(all: Conjunction): ReadonlySet<Atom> {
  if (all.never) return new Set();
  let atoms = new Set(ATOMS);
  for (const { value } of all.nodes) {
    if (value.type !== undefined) atoms = intersect(atoms, atomsOfType(value.type));
    const listed = listedIn(value);
    if (listed) atoms = intersect(atoms, new Set(listed.map(atomOf)));
  }
  return atoms;
}

function intersect<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): Set<T> {
  return new Set([...one].filter((item) => other.has(item)));
}

/** @returns The values that `enum` and `const` leave; undefined where there is neither. */
export function listedIn(value: JsonObject): readonly unknown[] | undefined {
  const listed = Array.isArray(value.enum) ? (value.enum as unknown[]) : undefined;
  if (!Object.hasOwn(value, "const")) return listed;
  return (listed ?? [value.const]).filter((one) => isEqual(one, value.const));
}

/** @returns Every value that is possible, where these can be listed. Some may be impossible for another reason. */
export function valuesOf(all: Conjunction): readonly unknown[] | undefined {
  const atoms = atomsOf(all);
  let values: readonly unknown[] | undefined;
  for (const { value } of all.nodes) {
    const listed = listedIn(value);
    if (!listed) continue;
    values = values ? values.filter(memberOf(listed)) : listed;
  }
  if (values) return values.filter((one) => atoms.has(atomOf(one)));
  if ([...atoms].every((atom) => atom === "null" || atom === "boolean")) {
    return [...atoms].flatMap((atom) => (atom === "null" ? [null] : [true, false]));
  }
  return undefined;
}

/** @returns The strongest of a numeric keyword's values. */
export function strongest(all: Conjunction, keyword: string, pick: "max" | "min"): number | undefined {
  const found = all.nodes.flatMap(({ value }) => (typeof value[keyword] === "number" ? [value[keyword]] : []));
  return found.length > 0 ? Math[pick](...found) : undefined;
}

/** @returns The nodes that have a keyword. */
export function having(all: Conjunction, keyword: string): PlainNode[] {
  return all.nodes.filter(({ value }) => own(value, keyword) !== undefined);
}

/** In a request nothing is sent that is read-only, in an answer nothing that is write-only; nor is it required there. */
const UNSENT: Readonly<Record<Direction, string>> = { request: "readOnly", answer: "writeOnly" };

/** @returns Whether a property's schema says that it isn't sent in a direction. */
export function isUnsent(property: Conjunction, direction: Direction): boolean {
  return property.nodes.some(({ value }) => value[UNSENT[direction]] === true);
}

/** @returns The names that must be there. */
export function requiredIn(all: Conjunction, direction: Direction): ReadonlySet<string> {
  const names = new Set(all.nodes.flatMap(({ value }) => listOf(value.required) as string[]));
  for (const name of names) if (isUnsent(declaredProperty(all, name), direction)) names.delete(name);
  return names;
}

/** @returns The names that `properties` declares. */
export function declaredNames(all: Conjunction): ReadonlySet<string> {
  return new Set(all.nodes.flatMap(({ value }) => (isObject(value.properties) ? Object.keys(value.properties) : [])));
}

function declaredProperty(all: Conjunction, name: string): Conjunction {
  return conjunctionOf(
    all.nodes.flatMap((node) =>
      own(node.value.properties, name) !== undefined ? [childOf(node, "properties", name)] : [],
    ),
  );
}

/** @returns What a property's value must be, whether it is declared, matched by a pattern or additional. */
export function propertyOf(all: Conjunction, name: string): Conjunction {
  return conjunctionOf(all.nodes.flatMap((node) => propertySchemas(node, name)));
}

function propertySchemas(node: PlainNode, name: string): SchemaNode[] {
  const found: SchemaNode[] = [];
  if (own(node.value.properties, name) !== undefined) found.push(childOf(node, "properties", name));
  for (const pattern of patternsIn(node)) {
    if (matches(pattern, name)) found.push(childOf(node, "patternProperties", pattern));
  }
  if (found.length === 0 && node.value.additionalProperties !== undefined) {
    found.push(childOf(node, "additionalProperties"));
  }
  return found;
}

export function patternsIn({ value }: PlainNode): string[] {
  return isObject(value.patternProperties) ? Object.keys(value.patternProperties) : [];
}

/** @returns What the value of a property that nothing names must be. */
export function additionalOf(all: Conjunction): Conjunction {
  return conjunctionOf(having(all, "additionalProperties").map((node) => childOf(node, "additionalProperties")));
}

/** @returns Whether an object may have no other properties than those that are named. */
export function isClosed(all: Conjunction): boolean {
  if (additionalOf(all).never) return true;
  return having(all, "unevaluatedProperties").some(({ value }) => value.unevaluatedProperties === false);
}

/** @returns What an array's item at an index must be. */
export function itemOf(all: Conjunction, index: number): Conjunction {
  return conjunctionOf(
    all.nodes.flatMap((node) => {
      if (index < listOf(node.value.prefixItems).length) return [childOf(node, "prefixItems", String(index))];
      return node.value.items !== undefined ? [childOf(node, "items")] : [];
    }),
  );
}

/** @returns How many items of an array have a schema of their own. */
export function prefixLength(all: Conjunction): number {
  return Math.max(0, ...all.nodes.map(({ value }) => listOf(value.prefixItems).length));
}
