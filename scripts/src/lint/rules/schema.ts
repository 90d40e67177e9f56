import type { Part } from "../../spec/outline.ts";
import { isObject } from "../../spec/pointer.ts";
import type { Rule } from "../rule.ts";
import { typesOf } from "../types.ts";

/** Formats of JSON Schema 2020-12 and the OpenAPI registry that Ajv checks, by the type that they stand at. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  string: [
    ...["byte", "date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "json-pointer", "regex"],
    ...["relative-json-pointer", "time", "uri", "uri-reference", "uri-template", "uuid"],
  ],
  number: ["double", "float", "int32", "int64"],
  integer: ["int32", "int64"],
};

/** A format is one that is known, so that a string of an unknown format stays a plain string. */
export const formatKnown: Rule = function* (outline) {
  for (const { value, pointer } of schemasOf(outline.parts)) {
    if (value.format === undefined) continue;
    const known = typesOf(value).flatMap((type) => FORMATS[type] ?? []);
    if (known.includes(value.format as string)) continue;
    yield {
      pointer: `${pointer}/format`,
      message: `expected no format, or one known for the type (${known.join(", ") || "none"}), found ${JSON.stringify(value.format)}`,
    };
  }
};

const LIMITS = [
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
  ["minContains", "maxContains"],
  ["minimum", "maximum"],
] as const;

/** A lower limit leaves something beneath the upper one. */
export const limitsOrdered: Rule = function* (outline) {
  for (const { value, pointer } of schemasOf(outline.parts)) {
    for (const [lower, upper] of LIMITS) {
      const [low, high] = [value[lower], value[upper]];
      if (typeof low === "number" && typeof high === "number" && low > high) {
        yield {
          pointer: `${pointer}/${lower}`,
          message: `expected ${lower} (${low}) to be at most ${upper} (${high})`,
        };
      }
    }
    const low = Math.max(numberOf(value.minimum, -Infinity), numberOf(value.exclusiveMinimum, -Infinity));
    const high = Math.min(numberOf(value.maximum, Infinity), numberOf(value.exclusiveMaximum, Infinity));
    const isExclusive = value.exclusiveMinimum === low || value.exclusiveMaximum === high;
    if (isExclusive && low >= high) {
      const keyword = value.exclusiveMinimum === low ? "exclusiveMinimum" : "exclusiveMaximum";
      yield {
        pointer: `${pointer}/${keyword}`,
        message: `expected a number to be left between ${low} and ${high}, exclusively`,
      };
    }
  }
};

/** Keywords of older versions, and those that this project writes in another way: what is expected in their place. */
const KEYWORDS: Readonly<Record<string, (value: unknown) => string | false>> = {
  nullable: () => 'type: [..., "null"]',
  example: () => "examples, a list",
  exclusiveMinimum: (value) =>
    typeof value === "boolean" && "a number: OpenAPI 3.1 has exclusiveMinimum alone, without minimum",
  exclusiveMaximum: (value) =>
    typeof value === "boolean" && "a number: OpenAPI 3.1 has exclusiveMaximum alone, without maximum",
  readOnly: () => "schemas of their own for create, update and read",
  writeOnly: () => "schemas of their own for create, update and read",
  discriminator: (value) => !(isObject(value) && isObject(value.mapping)) && "a discriminator with a mapping",
};

/** No keyword of OpenAPI 3.0 in a 3.1 document, and none that the generated types couldn't keep. */
export const keywordCurrent: Rule = function* (outline) {
  for (const { value, pointer } of schemasOf(outline.parts)) {
    for (const [keyword, expected] of Object.entries(KEYWORDS)) {
      const instead = Object.hasOwn(value, keyword) && expected(value[keyword]);
      if (instead) yield { pointer: `${pointer}/${keyword}`, message: `expected ${instead}, found ${keyword}` };
    }
  }
};

function numberOf(value: unknown, fallback: number): number {
  return typeof value === "number" ? value : fallback;
}

function schemasOf(parts: readonly Part[]): Part[] {
  return parts.filter(({ kind }) => kind === "schema");
}
