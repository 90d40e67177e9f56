import type { Direction } from "../../finding.ts";
import { type Conjunction, conjunctionOf } from "../schema/conjunction.ts";
import {
  type Atom,
  atomsOf,
  declaredNames,
  having,
  isClosed,
  isUnsent,
  itemOf,
  propertyOf,
  requiredIn,
  strongest,
  valuesOf,
} from "../schema/facts.ts";
import { childOf, listOf } from "../schema/node.ts";
import { branchesOf } from "../schema/prover.ts";
import { numbersFor } from "./numbers.ts";
import { textsFor } from "./texts.ts";

/** That there is no value, where undefined could be taken for one. */
export const NONE: unique symbol = Symbol("none");

/** How deep a value is built. */
const MAX_DEPTH = 12;

/** The longest list that is built. */
export const MAX_ITEMS = 1_000;

/** How many values are built for one question, parts included. */
const MAX_BUILT = 20_000;

export const SCALARS = { null: [null], boolean: [true, false] } as const;

/** Builds one value from a schema: with what is required, or with everything that is declared. */
export interface ValueBuilder {
  /** @returns A value, or {@link NONE} where none was found. */
  build(schema: Conjunction, isFull: boolean, depth: number): unknown;
  /** @param least The least number of items. */
  arrayOf(schema: Conjunction, least: number, isFull: boolean, depth: number): unknown;
  /** @param without A name that is left out. */
  objectOf(schema: Conjunction, isFull: boolean, depth: number, without?: string): unknown;
}

/** @param alternatives Gives other values of a schema, where items have to differ. */
export function createValueBuilder(
  direction: Direction,
  alternatives: (schema: Conjunction, depth: number) => unknown[],
): ValueBuilder {
  let built = 0;

  const build = (schema: Conjunction, isFull: boolean, depth: number): unknown => {
    built += 1;
    if (schema.never || depth > MAX_DEPTH || built > MAX_BUILT) return NONE;
    const values = valuesOf(schema);
    if (values) return values.length > 0 ? values[0] : NONE;
    const choice = schema.nodes.find(({ value }) => listOf(value.anyOf).length > 0 || listOf(value.oneOf).length > 0);
    if (choice) {
      for (const branch of branchesOf(schema, choice, 20)) {
        const value = build(branch, isFull, depth + 1);
        if (value !== NONE) return value;
      }
      return NONE;
    }
    for (const atom of preferred(atomsOf(schema))) {
      const value = ofType(schema, atom, isFull, depth);
      if (value !== NONE) return value;
    }
    return NONE;
  };

  const ofType = (schema: Conjunction, atom: Atom, isFull: boolean, depth: number): unknown => {
    if (atom === "null" || atom === "boolean") return SCALARS[atom][0];
    if (atom === "integer" || atom === "fraction") return numbersFor(schema, schema)[0] ?? NONE;
    if (atom === "string") return textsFor(schema, schema)[0] ?? NONE;
    if (atom === "array")
      return arrayOf(schema, strongest(schema, "minItems", "max") ?? (isFull && depth < 4 ? 1 : 0), isFull, depth);
    return objectOf(schema, isFull, depth);
  };

  const arrayOf = (schema: Conjunction, least: number, isFull: boolean, depth: number): unknown => {
    const contained = having(schema, "contains").map((node) => conjunctionOf([childOf(node, "contains")]));
    const length = Math.max(least, contained.length);
    if (length > MAX_ITEMS) return NONE;
    const isUnique = having(schema, "uniqueItems").some(({ value }) => value.uniqueItems === true);
    const items: unknown[] = [];
    for (let index = 0; index < length; index += 1) {
      const item = conjunctionOf([...itemOf(schema, index).nodes, ...(contained[index]?.nodes ?? [])]);
      const different =
        isUnique && index > 0
          ? alternatives(item, depth + 1).find(
              (value) => !items.some((one) => JSON.stringify(one) === JSON.stringify(value)),
            )
          : undefined;
      const value = different ?? build(item, isFull && depth < 3, depth + 1);
      if (value === NONE) return NONE;
      items.push(value);
    }
    return items;
  };

  const objectOf = (schema: Conjunction, isFull: boolean, depth: number, without?: string): unknown => {
    const result: Record<string, unknown> = {};
    const required = requiredIn(schema, direction);
    const optional = isFull && depth < 3 ? declaredNames(schema) : [];
    for (const name of new Set([...required, ...optional])) {
      const property = propertyOf(schema, name);
      if (name === without || isUnsent(property, direction)) continue;
      const value = build(property, isFull, depth + 1);
      if (value !== NONE) set(result, name, value);
      else if (required.has(name)) return NONE;
    }
    fill(schema, result, depth);
    return result;
  };

  /** Adds properties until there are as many as must be. */
  const fill = (schema: Conjunction, result: Record<string, unknown>, depth: number) => {
    const least = Math.min(strongest(schema, "minProperties", "max") ?? 0, MAX_ITEMS);
    const names = [
      ...declaredNames(schema),
      ...(isClosed(schema) ? [] : Array.from({ length: least }, (_, index) => `name${index}`)),
    ];
    for (const name of names) {
      if (Object.keys(result).length >= least) return;
      const property = propertyOf(schema, name);
      if (Object.hasOwn(result, name) || isUnsent(property, direction)) continue;
      const value = build(property, false, depth + 1);
      if (value !== NONE) set(result, name, value);
    }
  };

  return { build, arrayOf, objectOf };
}

/** @returns An object with a property of a given value; {@link NONE} where there is no object or no value. */
export function withProperty(around: unknown, name: string, value: unknown): unknown {
  if (around === NONE || value === NONE) return NONE;
  const result = { ...(around as Record<string, unknown>) };
  set(result, name, value);
  return result;
}

/** `__proto__` is a name like any other. */
function set(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** @returns The types in the order in which they are tried. */
export function preferred(atoms: ReadonlySet<Atom>): Atom[] {
  const order: Atom[] = ["object", "array", "string", "integer", "fraction", "boolean", "null"];
  return order.filter((atom) => atoms.has(atom));
}
