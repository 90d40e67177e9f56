import { isObject } from "../../../spec/pointer.ts";
import { type Conjunction, conjunctionOf, type PlainNode } from "./conjunction.ts";
import { namesOf, textsOf, withRequired } from "./entails.ts";
import {
  additionalOf,
  atomsOf,
  declaredNames,
  having,
  isUnsent,
  patternsIn,
  propertyOf,
  requiredIn,
  strongest,
} from "./facts.ts";
import { matches } from "./guarded-pattern.ts";
import { childOf, own } from "./node.ts";
import type { Prover } from "./prover.ts";

/** @returns Whether every object that may be sent keeps to one keyword of the receiver's. */
export function entailsObject(
  prover: Prover,
  sender: Conjunction,
  keyword: string,
  node: PlainNode,
  receiver: Conjunction,
): boolean {
  const rule = RULES[keyword];
  if (!rule || !Object.hasOwn(RULES, keyword) || !atomsOf(sender).has("object")) return true;
  return rule({ prover, sender, node, receiver, limit: node.value[keyword] as number });
}

interface Question {
  readonly prover: Prover;
  readonly sender: Conjunction;
  readonly node: PlainNode;
  readonly receiver: Conjunction;
  /** The keyword's value, where it is a number. */
  readonly limit: number;
}

const RULES: Readonly<Record<string, (question: Question) => boolean>> = {
  properties: ({ prover, sender, node }) =>
    namesOf(node.value.properties).every((name) =>
      takesProperty(prover, sender, name, conjunctionOf([childOf(node, "properties", name)])),
    ),
  patternProperties: ({ prover, sender, node }) =>
    patternsIn(node).every((pattern) => takesPattern(prover, sender, node, pattern)),
  additionalProperties: ({ prover, sender, node }) => {
    const patterns = patternsIn(node);
    const isNamed = (name: string) =>
      own(node.value.properties, name) !== undefined || patterns.some((pattern) => matches(pattern, name));
    return takesOthers(prover, sender, isNamed, patterns, conjunctionOf([childOf(node, "additionalProperties")]));
  },
  unevaluatedProperties: ({ prover, sender, node, receiver }) => {
    const patterns = receiver.nodes.flatMap(patternsIn);
    const isNamed = (name: string) =>
      receiver.nodes.some((part) => own(part.value.properties, name) !== undefined) ||
      patterns.some((pattern) => matches(pattern, name));
    if (receiver.nodes.some(({ value }) => value.additionalProperties !== undefined)) return true;
    return takesOthers(prover, sender, isNamed, patterns, conjunctionOf([childOf(node, "unevaluatedProperties")]));
  },
  required: ({ prover, sender, node, receiver }) => {
    const sent = requiredIn(sender, prover.way.direction);
    const demanded = requiredIn(receiver, prover.way.direction);
    return textsOf(node.value.required).every((name) => sent.has(name) || !demanded.has(name));
  },
  minProperties: ({ prover, sender, limit }) =>
    Math.max(strongest(sender, "minProperties", "max") ?? 0, requiredIn(sender, prover.way.direction).size) >= limit,
  maxProperties: ({ sender, limit }) =>
    (strongest(sender, "maxProperties", "min") ?? Number.POSITIVE_INFINITY) <= limit ||
    (keepsToNames(sender) && declaredNames(sender).size <= limit),
  propertyNames: ({ prover, sender, node }) => {
    const names = conjunctionOf([childOf(node, "propertyNames")]);
    const own = having(sender, "propertyNames").map((part) => childOf(part, "propertyNames"));
    const isTaken = (name: string) => prover.insideIncludes(nameAlone(node, name), names);
    if (own.length > 0 && prover.insideIncludes(conjunctionOf(own), names)) return true;
    return keepsToNames(sender) && [...declaredNames(sender)].every(isTaken);
  },
  dependentRequired: ({ prover, sender, node }) =>
    Object.entries(isObject(node.value.dependentRequired) ? node.value.dependentRequired : {}).every(
      ([name, others]) => {
        if (!canSend(prover, sender, name)) return true;
        const sent = new Set(requiredIn(sender, prover.way.direction));
        for (const part of having(sender, "dependentRequired")) {
          for (const other of textsOf(own(part.value.dependentRequired, name))) sent.add(other);
        }
        return textsOf(others).every((other) => other === name || sent.has(other));
      },
    ),
  dependentSchemas: ({ prover, sender, node }) =>
    namesOf(node.value.dependentSchemas).every((name) => {
      if (!canSend(prover, sender, name)) return true;
      const added = having(sender, "dependentSchemas").flatMap((part) =>
        own(part.value.dependentSchemas, name) !== undefined ? [childOf(part, "dependentSchemas", name)] : [],
      );
      const when = conjunctionOf(
        [...withRequired(sender, conjunctionOf([node]), name).nodes, ...added],
        sender.excluded,
      );
      return prover.open.includes(when, conjunctionOf([childOf(node, "dependentSchemas", name)]));
    }),
};

/** The name of a property as a value of its own, that `propertyNames` speaks of. */
function nameAlone(node: PlainNode, name: string): Conjunction {
  const key = `${node.side.name}!name=${JSON.stringify(name)}`;
  return conjunctionOf([{ ...node, key, value: { const: name } }]);
}

/** @returns Whether a sender sends no names that it doesn't declare. */
function keepsToNames(sender: Conjunction): boolean {
  return additionalOf(sender).never && sender.nodes.every((node) => patternsIn(node).length === 0);
}

/** @returns Whether an object with the property may be sent at all. */
function canSend(prover: Prover, sender: Conjunction, name: string): boolean {
  const property = propertyOf(sender, name);
  return !property.never && !isUnsent(property, prover.way.direction);
}

function takesProperty(prover: Prover, sender: Conjunction, name: string, taken: Conjunction): boolean {
  if (taken.nodes.length === 0 && !taken.never) return true;
  if (isUnsent(taken, prover.way.direction) || !canSend(prover, sender, name)) return true;
  const sent = propertyOf(sender, name);
  // A name that the sender's schema doesn't speak of isn't sent: it is free for the receiver's to take.
  const isUnknown = sent.nodes.length === 0 && !declaredNames(sender).has(name);
  return (isUnknown && !prover.way.isOpen) || prover.insideIncludes(sent, taken);
}

function takesPattern(prover: Prover, sender: Conjunction, node: PlainNode, pattern: string): boolean {
  const taken = conjunctionOf([childOf(node, "patternProperties", pattern)]);
  for (const name of declaredNames(sender)) {
    if (matches(pattern, name) && !takesProperty(prover, sender, name, taken)) return false;
  }
  const senders = sender.nodes.filter((part) => patternsIn(part).includes(pattern));
  if (
    senders.some((part) => prover.insideIncludes(conjunctionOf([childOf(part, "patternProperties", pattern)]), taken))
  ) {
    return true;
  }
  for (const part of sender.nodes) {
    for (const other of patternsIn(part)) {
      if (!prover.insideIncludes(conjunctionOf([childOf(part, "patternProperties", other)]), taken)) return false;
    }
  }
  return takesUndeclared(prover, sender, taken);
}

function takesUndeclared(prover: Prover, sender: Conjunction, taken: Conjunction): boolean {
  if (!taken.never && taken.nodes.length === 0) return true;
  const additional = additionalOf(sender);
  return additional.never || prover.insideIncludes(additional, taken);
}

function takesOthers(
  prover: Prover,
  sender: Conjunction,
  isNamed: (name: string) => boolean,
  patterns: readonly string[],
  taken: Conjunction,
): boolean {
  for (const name of declaredNames(sender)) {
    if (!isNamed(name) && !takesProperty(prover, sender, name, taken)) return false;
  }
  for (const part of sender.nodes) {
    for (const pattern of patternsIn(part)) {
      if (patterns.includes(pattern)) continue;
      if (!prover.insideIncludes(conjunctionOf([childOf(part, "patternProperties", pattern)]), taken)) return false;
    }
  }
  return takesUndeclared(prover, sender, taken);
}
