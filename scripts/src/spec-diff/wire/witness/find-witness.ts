import type { ErrorObject } from "ajv/dist/2020.js";
import type { Direction, Witness } from "../../finding.ts";
import type { Conjunction } from "../schema/conjunction.ts";
import { matches } from "../schema/guarded-pattern.ts";
import type { SchemaNode } from "../schema/node.ts";
import type { Edge, Pair, Step } from "../schema/pair.ts";
import type { Format } from "../schema/prover.ts";
import { createSampler, type Sampler } from "./sampler.ts";
import type { Validators } from "./validator.ts";
import { NONE } from "./value-builder.ts";

/** What is asked: a payload that shows a change at the end of a path of schemas. */
export interface WitnessQuestion {
  readonly direction: Direction;
  readonly operationId: string;
  readonly where: string;
  readonly format: Format;
  /** The whole payload's schema in each document, as it stands there. */
  readonly base: SchemaNode;
  readonly revision: SchemaNode;
  readonly root: Pair;
  /** From the root to the pair that has the change. */
  readonly path: readonly Edge[];
}

/** How many payloads one question may try. */
const MAX_PAYLOADS = 600;

/**
 * Looks for a payload that was valid and is refused now (a request), or that may come now and was impossible before
 * (an answer). What Ajv doesn't confirm isn't one; nor is one that another change refuses.
 */
export function findWitness(question: WitnessQuestion, validators: Validators): Witness | undefined {
  const { direction, format, path, root } = question;
  const isText = format !== "json";
  const isRequest = direction === "request";
  const sampler = createSampler(direction);
  const senderOf = (pair: Pair): Conjunction => (isRequest ? pair.base : pair.revision);
  const receiverOf = (pair: Pair): Conjunction => (isRequest ? pair.revision : pair.base);
  const sent = validators.of(isRequest ? question.base : question.revision, direction, isText);
  const taken = validators.of(isRequest ? question.revision : question.base, direction, isText);
  const target = path.at(-1)?.pair ?? root;
  const isReversed = path.some(({ sense }) => sense === "reversed");
  const values = isReversed
    ? sampler.between(receiverOf(target), senderOf(target))
    : sampler.between(senderOf(target), receiverOf(target));
  const chain = [root, ...path.map(({ pair }) => pair)];
  let tried = 0;
  for (const value of values) {
    for (const payload of embed(
      sampler,
      chain.map(senderOf),
      path.map(({ step }) => step),
      value,
    )) {
      if (payload === NONE || ++tried > MAX_PAYLOADS) continue;
      const told = isText ? asText(payload) : payload;
      if (!sent(told)?.valid) continue;
      const verdict = taken(told);
      if (!verdict || verdict.valid) continue;
      const error = errorAt(verdict.errors, locationOf(path), isText);
      if (!error) continue;
      const refusal = wordsOf(error, isText);
      return {
        direction,
        operationId: question.operationId,
        payload: told,
        where: question.where,
        before: isRequest ? "valid" : "impossible",
        after: isRequest ? refusal : `valid; before: ${refusal}`,
      };
    }
  }
  return undefined;
}

/** Puts a value where it stands in the whole payload, in a small one and in a full one. */
function embed(sampler: Sampler, schemas: readonly Conjunction[], steps: readonly Step[], value: unknown): unknown[] {
  return [false, true].map((isFull) => {
    let payload = value;
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      const around = schemas[index] as Conjunction;
      payload = wrap(sampler, around, steps[index] as Step, payload, isFull);
      if (payload === NONE) return NONE;
    }
    return payload;
  });
}

function wrap(sampler: Sampler, around: Conjunction, step: Step, value: unknown, isFull: boolean): unknown {
  switch (step.kind) {
    case "property":
      return sampler.objectWith(around, step.name, value, isFull);
    case "pattern": {
      const name = ["x-a", "x_a", "a", "A", "1", "S_1", "id"].find((one) => matches(step.pattern, one));
      return name === undefined ? NONE : sampler.objectWith(around, name, value, isFull);
    }
    case "additional":
      return sampler.objectWith(around, "name", value, isFull);
    case "name":
      return typeof value === "string" ? sampler.objectWith(around, value, sampler.one(around), isFull) : NONE;
    case "item":
      return sampler.arrayWith(around, step.index, value);
    case "contained":
      return sampler.arrayWith(around, 0, value);
    default: {
      // A branch: what stands beside the choice has to hold too.
      const whole = sampler.one(around, isFull);
      const isJoined = isRecord(whole) && isRecord(value);
      return isJoined && isFull ? { ...whole, ...value } : value;
    }
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as it travels in a path, a query or a header: as text. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asText);
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asText(one)]));
  return value === null ? "" : String(value);
}

/** The pattern of the places, in a payload, that a path of schemas leads to. */
function locationOf(path: readonly Edge[]): string[] {
  return path.flatMap(({ step }) => {
    if (step.kind === "property") return [step.name.replaceAll("~", "~0").replaceAll("/", "~1")];
    if (step.kind === "item" || step.kind === "contained" || step.kind === "pattern" || step.kind === "additional")
      return ["*"];
    return [];
  });
}

const WHOLE = new Set([
  "anyOf",
  "oneOf",
  "not",
  "if",
  "unevaluatedProperties",
  "unevaluatedItems",
  "additionalProperties",
  "propertyNames",
  "dependentRequired",
  "contains",
  "false schema",
]);

/** @returns The error that is about a place: at it or in it, or about a whole that it is a part of. */
function errorAt(
  errors: readonly ErrorObject[],
  location: readonly string[],
  isText: boolean,
): ErrorObject | undefined {
  const segments = ({ instancePath }: ErrorObject) => instancePath.split("/").slice(isText ? 2 : 1);
  const agrees = (one: readonly string[], length: number) =>
    location.slice(0, length).every((name, index) => name === "*" || index >= one.length || one[index] === name);
  const inside = errors.filter(
    (error) => segments(error).length >= location.length && agrees(segments(error), location.length),
  );
  const exact = inside.filter((error) => segments(error).length === location.length && !WHOLE.has(error.keyword));
  if (exact[0] || inside[0]) return exact[0] ?? inside[0];
  return errors.find((error) => {
    const at = segments(error);
    return WHOLE.has(error.keyword) && at.length < location.length && agrees(at, at.length);
  });
}

function wordsOf({ instancePath, message, params, keyword }: ErrorObject, isText: boolean): string {
  const place = isText ? instancePath.replace(/^\/value/, "") : instancePath;
  const more =
    keyword === "additionalProperties" || keyword === "unevaluatedProperties"
      ? `: ${JSON.stringify(params.additionalProperty ?? params.unevaluatedProperty)}`
      : keyword === "enum"
        ? `: ${JSON.stringify(params.allowedValues)}`
        : "";
  return `${place === "" ? "" : `${place} `}${message ?? keyword}${more.length > 200 ? "" : more}`;
}
