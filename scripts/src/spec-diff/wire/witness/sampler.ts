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
import { createValueBuilder, MAX_ITEMS, NONE, preferred, SCALARS, withProperty } from "./value-builder.ts";

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

export function createSampler(direction: Direction): Sampler {
  const { build, arrayOf, objectOf } = createValueBuilder(direction, (schema, depth) =>
    candidates(schema, schema, depth),
  );

  const candidates = (sender: Conjunction, receiver: Conjunction, depth: number): unknown[] => {
    const found: unknown[] = [];
    const add = (...values: unknown[]) => {
      for (const value of values) if (value !== NONE && found.length < MAX_CANDIDATES) found.push(value);
    };
    const values = valuesOf(sender);
    if (values) {
      const taken = new Set((valuesOf(receiver) ?? []).map((value) => JSON.stringify(value)));
      const refused = values.filter((value) => !taken.has(JSON.stringify(value)));
      add(...refused.slice(0, MAX_CANDIDATES), ...values.slice(0, MAX_CANDIDATES));
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
      for (const value of values)
        if (value !== NONE) found.push(withProperty(small, name, value), withProperty(large, name, value));
    }
    for (const name of otherNames(sender, receiver)) {
      const taken = propertyOf(receiver, name);
      const values = depth < 2 ? candidates(propertyOf(sender, name), taken, depth + 1).slice(0, 12) : [];
      for (const value of values) found.push(withProperty(small, name, value));
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
      return withProperty(around, name, value);
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

/** What the receiver doesn't take comes first. */
function orderFor(sent: ReadonlySet<Atom>, taken: ReadonlySet<Atom>): Atom[] {
  return [...preferred(sent)].sort((one, other) => Number(taken.has(one)) - Number(taken.has(other)));
}
