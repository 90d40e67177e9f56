import type { JsonObject } from "../../../spec/pointer.ts";
import { atomOf, atomsOfType, listedIn } from "./facts.ts";
import { isCatastrophic, matches } from "./guarded-pattern.ts";
import { isEqual } from "./node.ts";

/** A text's length as JSON Schema counts it: in characters, not in UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Whether one schema's keywords for scalar values hold for a value: types, listed values, limits and patterns. What
 * they say of a format isn't known here.
 */
export function holdsFor(value: unknown, schema: JsonObject): boolean {
  if (schema.type !== undefined && !atomsOfType(schema.type).has(atomOf(value))) return false;
  const listed = listedIn(schema);
  if (listed && !listed.some((one) => isEqual(one, value))) return false;
  if (typeof value === "number") return numberHolds(value, schema);
  if (typeof value === "string") return textHolds(value, schema);
  return true;
}

function numberHolds(value: number, schema: JsonObject): boolean {
  const is = (keyword: string, holds: (limit: number) => boolean) =>
    typeof schema[keyword] !== "number" || holds(schema[keyword]);
  return (
    is("minimum", (limit) => value >= limit) &&
    is("maximum", (limit) => value <= limit) &&
    is("exclusiveMinimum", (limit) => value > limit) &&
    is("exclusiveMaximum", (limit) => value < limit) &&
    is("multipleOf", (limit) => isMultiple(value, limit))
  );
}

/** @returns Whether a number is a whole multiple of another, as near as floating point can tell. */
export function isMultiple(value: number, of: number): boolean {
  const quotient = value / of;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9 * Math.max(1, Math.abs(quotient));
}

function textHolds(value: string, schema: JsonObject): boolean {
  const length = lengthOf(value);
  if (typeof schema.minLength === "number" && length < schema.minLength) return false;
  if (typeof schema.maxLength === "number" && length > schema.maxLength) return false;
  if (typeof schema.pattern !== "string") return true;
  return matches(schema.pattern, value) && !isCatastrophic(schema.pattern);
}
