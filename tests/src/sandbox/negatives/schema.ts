// From a JSON Schema to values that it allows, and to values that break exactly one of its rules.
import fc, { type Arbitrary } from "fast-check";
import { formatOf } from "./formats.ts";
import type { Kind } from "./kinds.ts";

/** The part of JSON Schema that the specs' requests are written in, references resolved. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly maxProperties?: number;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly oneOf?: readonly Schema[];
}

/** Values that break one rule. */
export interface Broken {
  /** What is broken and where, such as `sms_code.id: required`. */
  readonly rule: string;
  readonly values: Arbitrary<unknown>;
  /** How it is refused, when not as invalid. */
  readonly expected?: Kind;
}

/** What a schema can't say about the value at a place. */
export interface Hint {
  readonly valid?: Arbitrary<unknown>;
  readonly broken?: readonly Broken[];
}

/** Hints by place: property names with dots, `*` for an item; the root is the empty text. */
export type Hints = Readonly<Record<string, Hint>>;

/** Any text that UTF-8 can write: lengths are counted in code points, as JSON Schema does. */
export function text(minLength = 0, maxLength = minLength + 12): Arbitrary<string> {
  return fc.string({ unit: "binary", minLength, maxLength });
}

/** A value of each JSON type. */
const byType: Readonly<Record<string, Arbitrary<unknown>>> = {
  null: fc.constant(null),
  boolean: fc.boolean(),
  string: fc.oneof(text(), fc.constantFrom("1", "true", "null", "{}", "[]")),
  number: fc.oneof(fc.integer(), fc.constant(0.5)),
  array: fc.array(fc.oneof(fc.integer(), text()), { maxLength: 2 }),
  object: fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.integer(), { maxKeys: 2 }),
};

function typesOf({ type, const: only, enum: listed, properties }: Schema): readonly string[] {
  if (typeof type === "string") return [type];
  return type ?? (only !== undefined || listed ? ["string"] : properties ? ["object"] : Object.keys(byType));
}

function child(place: string, name: string): string {
  return place === "" ? name : `${place}.${name}`;
}

/**
 * A schema with `if` as the two schemas that it stands for: with the property that it names as it says, and otherwise.
 * What breaks that property is left to the second one.
 */
function variantsOf(schema: Schema): readonly { readonly schema: Schema; readonly fixed?: string }[] {
  const { if: condition, then: consequence = {}, ...base } = schema;
  if (!condition) return [{ schema }];
  const [[fixed, { const: value }] = ["", {}] as const] = Object.entries(condition.properties ?? {});
  const property = base.properties?.[fixed] ?? {};
  const properties = { ...base.properties, [fixed]: { ...property, enum: [value] } };
  for (const [name, more] of Object.entries(consequence.properties ?? {})) {
    properties[name] = { ...properties[name], ...more };
  }
  const others = (property.enum ?? []).filter((other) => other !== value);
  return [
    { schema: { ...base, properties, required: [...(base.required ?? []), ...(consequence.required ?? [])] }, fixed },
    { schema: { ...base, properties: { ...base.properties, [fixed]: { ...property, enum: others } } } },
  ];
}

/**
 * Values that a schema allows, its limits among them.
 *
 * @throws Error for a schema that isn't understood.
 */
export function validValues(schema: Schema, hints: Hints = {}, place = ""): Arbitrary<unknown> {
  const hint = hints[place]?.valid;
  if (hint) return hint;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const variants = variantsOf(schema);
  if (variants.length > 1) return fc.oneof(...variants.map((variant) => validValues(variant.schema, hints, place)));
  return fc.oneof(...typesOf(schema).map((type) => validOfType(type, schema, hints, place)));
}

function validOfType(type: string, schema: Schema, hints: Hints, place: string): Arbitrary<unknown> {
  const { properties, items, minItems = 0, maxItems = minItems + 3, minimum, maximum } = schema;
  if (type === "object" && properties) return validObject(schema, hints, place);
  if (type === "array" && items) {
    return fc.array(validValues(items, hints, child(place, "*")), { minLength: minItems, maxLength: maxItems });
  }
  if (type === "integer") {
    const limits = [minimum, maximum].filter((limit) => limit !== undefined);
    const range = { ...(minimum !== undefined && { min: minimum }), ...(maximum !== undefined && { max: maximum }) };
    return fc.oneof(fc.integer({ max: 2_000_000_000, ...range }), ...limits.map((limit) => fc.constant(limit)));
  }
  if (type === "string") return validString(schema);
  const values = byType[type];
  if (!values) throw new Error(`${place}: expected a known type, found ${type}`);
  return values;
}

function validString({ pattern, format, minLength = 0, maxLength }: Schema): Arbitrary<string> {
  if (format) return formatOf(format).valid;
  if (pattern) return fc.stringMatching(new RegExp(pattern), maxLength === undefined ? {} : { maxLength });
  if (maxLength === undefined) return text(minLength);
  return fc.oneof(text(minLength, maxLength), text(maxLength, maxLength));
}

function validObject({ properties = {}, required = [] }: Schema, hints: Hints, place: string): Arbitrary<object> {
  const values = Object.entries(properties).map(([name, own]) => [name, validValues(own, hints, child(place, name))]);
  return fc.record(Object.fromEntries(values), { requiredKeys: required as never[] });
}

/** For each rule of a schema, values that break this rule and no other. */
export function brokenValues(schema: Schema, hints: Hints = {}, place = ""): Broken[] {
  const rule = (name: string) => (place === "" ? name : `${place}: ${name}`);
  const types = typesOf(schema);
  const own: Broken[] = [...(hints[place]?.broken ?? [])].map((broken) => ({ ...broken, rule: rule(broken.rule) }));
  const wrong = Object.keys(byType).filter(
    (type) => !types.includes(type) && !(type === "number" && types.includes("integer")),
  );
  if (wrong.length > 0)
    own.push({ rule: rule("type"), values: fc.oneof(...wrong.map((type) => byType[type] as Arbitrary<unknown>)) });
  if (schema.enum) {
    const listed = schema.enum;
    const near = fc
      .constantFrom(...listed.map(String))
      .map((value) => (value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase()));
    own.push({ rule: rule("enum"), values: fc.oneof(text(), near).filter((value) => !listed.includes(value)) });
  }
  if (types.includes("string")) own.push(...brokenStrings(schema, rule));
  if (types.includes("array")) own.push(...brokenArrays(schema, hints, place, rule));
  if (types.includes("object")) {
    own.push(...variantsOf(schema).flatMap(({ schema, fixed }) => brokenObjects(schema, hints, place, rule, fixed)));
  }
  return own;
}

function brokenStrings(
  { minLength = 0, maxLength, pattern, format }: Schema,
  rule: (name: string) => string,
): Broken[] {
  const broken: Broken[] = [];
  if (minLength > 0) broken.push({ rule: rule("minLength"), values: text(0, minLength - 1) });
  if (maxLength !== undefined) {
    const values = fc.oneof(text(maxLength + 1, maxLength + 1), text(maxLength + 1, maxLength * 2));
    broken.push({ rule: rule("maxLength"), values });
  }
  if (pattern) {
    const allowed = new RegExp(pattern, "u");
    broken.push({ rule: rule("pattern"), values: text(0, maxLength).filter((value) => !allowed.test(value)) });
  }
  if (format) broken.push({ rule: rule("format"), values: formatOf(format).broken });
  return broken;
}

function brokenArrays(schema: Schema, hints: Hints, place: string, rule: (name: string) => string): Broken[] {
  const { items = {}, minItems = 0, maxItems } = schema;
  const valid = validValues(items, hints, child(place, "*"));
  const ofLength = (minLength: number, maxLength: number) => fc.array(valid, { minLength, maxLength });
  const broken: Broken[] = [];
  if (minItems > 0) broken.push({ rule: rule("minItems"), values: ofLength(0, minItems - 1) });
  if (maxItems !== undefined) broken.push({ rule: rule("maxItems"), values: ofLength(maxItems + 1, maxItems + 3) });
  for (const { values, ...item } of brokenValues(items, hints, child(place, "*"))) {
    const length = { min: Math.max(minItems, 1), max: maxItems ?? minItems + 3 };
    const list = fc.tuple(ofLength(length.min, length.max), fc.nat(), values);
    broken.push({ ...item, values: list.map(([all, index, bad]) => all.with(index % all.length, bad)) });
  }
  return broken;
}

function brokenObjects(
  schema: Schema,
  hints: Hints,
  place: string,
  rule: (name: string) => string,
  fixed?: string,
): Broken[] {
  const { properties = {}, required = [], maxProperties } = schema;
  const valid = validValues(schema, hints, place) as Arbitrary<object>;
  const broken: Broken[] = [];
  if (maxProperties !== undefined) {
    const names = { minKeys: maxProperties + 1, maxKeys: maxProperties + 3 };
    broken.push({
      rule: rule("maxProperties"),
      values: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.integer(), names),
    });
  }
  for (const name of required) {
    const values = valid.map((value) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)));
    if (name !== fixed) broken.push({ rule: `${child(place, name)}: required`, values });
  }
  for (const [name, property] of Object.entries(properties)) {
    if (name === fixed) continue;
    for (const { values, ...inner } of brokenValues(property, hints, child(place, name))) {
      broken.push({ ...inner, values: fc.tuple(valid, values).map(([value, bad]) => ({ ...value, [name]: bad })) });
    }
  }
  return broken;
}
