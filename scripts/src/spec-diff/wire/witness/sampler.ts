import { isObject } from "../../../spec/pointer.ts";
import type { Direction } from "../../finding.ts";
import { type Conjunction, conjunctionOf } from "../schema/conjunction.ts";
import {
  type Atom,
  additionalOf,
  atomOf,
  atomsOf,
  declaredNames,
  having,
  isClosed,
  isUnsent,
  itemOf,
  patternsIn,
  prefixLength,
  propertyOf,
  requiredIn,
  strongest,
  valuesOf,
} from "../schema/facts.ts";
import { matches } from "../schema/guarded-pattern.ts";
import { childOf, listOf } from "../schema/node.ts";
import { branchesOf } from "../schema/prover.ts";
import { numbersFor } from "./numbers.ts";
import { examplesOf, textsFor } from "./texts.ts";

/** That there is no value, where undefined could be taken for one. */
export const NONE: unique symbol = Symbol("none");

/** How deep a value is built. */
const MAX_DEPTH = 12;

/** The longest list that is built. */
const MAX_ITEMS = 1_000;

/** How many values are built for one question, parts included. */
const MAX_BUILT = 20_000;

/** How many values a schema is tried with. */
const MAX_CANDIDATES = 400;

/** Makes values from schemas, of declared names only. What it makes is likely to be allowed; Ajv tells. */
export interface Sampler {
  /** @returns A small value, or a large one with every property. */
  one(schema: Conjunction, isFull?: boolean): unknown;
  /** @returns Values that a sender may send and a receiver may refuse. */
  between(sender: Conjunction, receiver: Conjunction): unknown[];
  /** @returns An object that may be sent, with a property of a given value. */
  objectWith(schema: Conjunction, name: string, value: unknown, isFull: boolean): unknown;
  /** @returns An array that may be sent, with a given item. */
  arrayWith(schema: Conjunction, index: number, value: unknown): unknown;
}

const SCALARS = { null: [null], boolean: [true, false] } as const;

export function createSampler(direction: Direction): Sampler {
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
          ? candidates(item, item, depth + 1).find(
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

  const candidates = (sender: Conjunction, receiver: Conjunction, depth: number): unknown[] => {
    const found: unknown[] = [];
    const add = (...values: unknown[]) => {
      for (const value of values) if (value !== NONE && found.length < MAX_CANDIDATES) found.push(value);
    };
    const values = valuesOf(sender);
    if (values) {
      const taken = new Set((valuesOf(receiver) ?? []).map((value) => JSON.stringify(value)));
      add(...values.filter((value) => !taken.has(JSON.stringify(value))), ...values);
      return found;
    }
    const choice = sender.nodes.find(({ value }) => listOf(value.anyOf).length > 0 || listOf(value.oneOf).length > 0);
    if (choice && depth < 4) {
      for (const branch of branchesOf(sender, choice, 60)) {
        add(build(branch, false, depth), build(branch, true, depth));
        if (depth < 2) add(...candidates(branch, receiver, depth + 1).slice(0, 40));
      }
      return found;
    }
    add(...examplesOf(sender).filter((value) => atomsOf(sender).has(atomOf(value))));
    for (const atom of orderFor(atomsOf(sender), atomsOf(receiver))) {
      if (atom === "null" || atom === "boolean") add(...SCALARS[atom]);
      else if (atom === "integer") add(...numbersFor(sender, receiver).filter((value) => Number.isInteger(value)));
      else if (atom === "fraction") add(...numbersFor(sender, receiver));
      else if (atom === "string") add(...textsFor(sender, receiver));
      else if (atom === "array") add(...arraysFor(sender, receiver, depth));
      else add(...objectsFor(sender, receiver, depth));
    }
    return found;
  };

  const arraysFor = (sender: Conjunction, receiver: Conjunction, depth: number): unknown[] => {
    const least = strongest(sender, "minItems", "max") ?? 0;
    const most = Math.min(strongest(sender, "maxItems", "min") ?? Number.POSITIVE_INFINITY, MAX_ITEMS);
    const prefix = Math.max(prefixLength(sender), prefixLength(receiver));
    const wanted = [
      least,
      (strongest(receiver, "maxItems", "min") ?? 0) + 1,
      (strongest(receiver, "minItems", "max") ?? 1) - 1,
      most,
      prefix,
      prefix + 1,
      1,
      2,
      strongest(receiver, "maxContains", "min") ?? 0,
      (strongest(receiver, "maxContains", "min") ?? 0) + 1,
    ];
    const lengths = [...new Set(wanted)].filter((length) => length >= least && length <= most && length <= 300);
    const arrays = lengths.map((length) => arrayOf(sender, length, false, depth + 1));
    const taken = itemOf(receiver, prefix);
    const item = itemOf(sender, 0);
    const rest = depth < 2 ? candidates(item, taken, depth + 1).slice(0, 30) : [];
    const contained = depth < 2 ? having(sender, "contains") : [];
    const fitting = contained.flatMap((node) =>
      candidates(conjunctionOf([...item.nodes, childOf(node, "contains")]), taken, depth + 1).slice(0, 20),
    );
    const wide = [Math.max(1, least), Math.max(1, least) + 1, (strongest(receiver, "maxContains", "min") ?? 1) + 1];
    return [
      ...arrays,
      ...[...rest, ...fitting].flatMap((value) =>
        wide
          .filter((length) => length <= most && length <= 300)
          .map((length) => Array(length).fill(value) as unknown[]),
      ),
    ];
  };

  const objectsFor = (sender: Conjunction, receiver: Conjunction, depth: number): unknown[] => {
    const small = objectOf(sender, false, depth);
    const large = objectOf(sender, true, depth);
    const found: unknown[] = [small, large];
    const required = requiredIn(sender, direction);
    const names = declaredNames(sender);
    const demanded = [...requiredIn(receiver, direction)].filter((name) => !required.has(name));
    for (const name of demanded) found.push(objectOf(sender, true, depth, name));
    const forbidden = declaredNames(receiver);
    const conditional = withConditions(receiver);
    const changed = [...names].filter((name) => !forbidden.has(name));
    for (const name of [...changed, ...[...names].filter((one) => !changed.includes(one))].slice(0, 60)) {
      const property = propertyOf(sender, name);
      if (isUnsent(property, direction)) continue;
      const values =
        depth < 2
          ? candidates(property, propertyOf(conditional, name), depth + 1).slice(0, changed.length > 4 ? 3 : 8)
          : [build(property, false, depth + 1)];
      for (const value of values) if (value !== NONE) found.push(with_(small, name, value), with_(large, name, value));
    }
    for (const name of otherNames(sender, receiver)) {
      const taken = propertyOf(receiver, name);
      const values = depth < 2 ? candidates(propertyOf(sender, name), taken, depth + 1).slice(0, 12) : [];
      for (const value of values) found.push(with_(small, name, value));
    }
    const most = strongest(receiver, "maxProperties", "min");
    if (most !== undefined && most < MAX_ITEMS && !isClosed(sender)) {
      const many = Object.fromEntries(
        Array.from({ length: most + 1 }, (_, index) => [
          `name${index}`,
          build(propertyOf(sender, `name${index}`), false, depth + 1),
        ]),
      );
      if (small !== NONE && !Object.values(many).includes(NONE)) found.push({ ...(small as object), ...many });
    }
    return found;
  };

  return {
    one: (schema, isFull = false) => build(schema, isFull, 0),
    between: (sender, receiver) => candidates(sender, receiver, 0),
    objectWith(schema, name, value, isFull) {
      const around = objectOf(schema, isFull, 1, name);
      return with_(around, name, value);
    },
    arrayWith(schema, index, value) {
      const least = Math.max(strongest(schema, "minItems", "max") ?? 0, index + 1);
      const around = arrayOf(schema, least, false, 1);
      if (!Array.isArray(around)) return index === 0 ? Array(least).fill(value) : NONE;
      return around.map((item, at) => (at === index ? value : item));
    },
  };
}

/** A receiver with all that it demands under some condition: where that begins to matter is worth trying. */
function withConditions(receiver: Conjunction): Conjunction {
  const demanded = receiver.nodes.flatMap((node) => [
    ...["then", "else"].flatMap((key) => (node.value[key] === undefined ? [] : [childOf(node, key)])),
    ...Object.keys(isObject(node.value.dependentSchemas) ? node.value.dependentSchemas : {}).map((name) =>
      childOf(node, "dependentSchemas", name),
    ),
  ]);
  return demanded.length > 0 ? conjunctionOf([...receiver.nodes, ...demanded]) : receiver;
}

/** Names that the sender doesn't declare but may send: by a pattern, or because it is free in form. */
function otherNames(sender: Conjunction, receiver: Conjunction): string[] {
  const patterns = [...sender.nodes, ...receiver.nodes].flatMap(patternsIn);
  const fromPatterns = patterns.flatMap((pattern) =>
    ["x-a", "x_a", "a", "A", "1", "S_1", "x-", "id"].filter((name) => matches(pattern, name)).slice(0, 2),
  );
  // A name that the receiver has would show that this name is taken, not what was asked.
  const hasSchema = additionalOf(sender).nodes.length > 0;
  const free = isClosed(sender) ? [] : [...(hasSchema ? declaredNames(receiver) : []), "other", "A-1", "x", ""];
  return [...new Set([...fromPatterns, ...free])].filter((name) => !declaredNames(sender).has(name));
}

function with_(around: unknown, name: string, value: unknown): unknown {
  if (around === NONE || value === NONE) return NONE;
  const result = { ...(around as Record<string, unknown>) };
  set(result, name, value);
  return result;
}

/** `__proto__` is a name like any other. */
export function set(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function preferred(atoms: ReadonlySet<Atom>): Atom[] {
  const order: Atom[] = ["object", "array", "string", "integer", "fraction", "boolean", "null"];
  return order.filter((atom) => atoms.has(atom));
}

/** What the receiver doesn't take comes first. */
function orderFor(sent: ReadonlySet<Atom>, taken: ReadonlySet<Atom>): Atom[] {
  return [...preferred(sent)].sort((one, other) => Number(taken.has(one)) - Number(taken.has(other)));
}
