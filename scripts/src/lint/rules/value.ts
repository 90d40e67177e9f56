import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Outline, Part } from "../../spec/outline.ts";
import { entriesOf, type JsonObject, valueAt } from "../../spec/pointer.ts";
import { childrenOf } from "../operations.ts";
import { faultOf } from "../pattern.ts";
import type { Finding, Rule } from "../rule.ts";

/** What a const or a member of an enum has to keep besides being listed. */
const LIMITS: readonly string[] = [
  ...["type", "format", "pattern", "minLength", "maxLength", "multipleOf"],
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties"],
];

/** A value in the document, and the schema that it has to keep. */
interface Sample {
  readonly pointer: string;
  readonly value: unknown;
  readonly schema: JsonObject;
}

/**
 * Each default, const, member of an enum and example is valid against its schema. The built-in rules about examples leave
 * out headers and close every schema to further properties, so that a oneOf with two matches passes.
 */
export const valueValid: Rule = function* (outline) {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false, code: { regExp: safeRegExp } });
  addFormats.default(ajv);
  ajv.addSchema(outline.document, "document");
  const samples = outline.parts.flatMap((part) => samplesOf(outline, part));
  const findings = samples.flatMap((sample) => check(ajv, sample) ?? []);
  // A component's example is checked wherever it is used, and reported once.
  yield* new Map(findings.map((finding) => [`${finding.pointer} ${finding.message}`, finding])).values();
};

function check(ajv: Ajv2020, { pointer, value, schema }: Sample): Finding | undefined {
  try {
    if (ajv.validate(schema, value)) return undefined;
  } catch (error) {
    return { pointer, message: `expected a schema to check the value by: ${(error as Error).message}` };
  }
  // The last error is the outermost one: "oneOf" after those of its branches.
  const { instancePath = "", message } = ajv.errors?.at(-1) ?? {};
  const found = JSON.stringify(valueAt(value, instancePath)) ?? "nothing";
  return {
    pointer: pointer + instancePath,
    message: `expected a value that ${message}, found ${found.length > 80 ? `${found.slice(0, 80)}…` : found}`,
  };
}

function samplesOf(outline: Outline, part: Part): Sample[] {
  const { kind, pointer, value } = part;
  const sample = (key: string, schema: JsonObject): Sample[] =>
    Object.hasOwn(value, key) ? [{ pointer: `${pointer}/${key}`, value: value[key], schema }] : [];
  const items = (key: string, schema: JsonObject): Sample[] =>
    entriesOf(value[key]).map(([index, item]) => ({ pointer: `${pointer}/${key}/${index}`, value: item, schema }));

  if (kind === "schema") {
    const schema = schemaAt(pointer);
    return [
      ...sample("default", schema),
      ...sample("const", pick(value, [...LIMITS, "enum"])),
      ...items("enum", pick(value, LIMITS)),
      ...items("examples", schema),
    ];
  }
  if (kind === "example" || value.schema === undefined) return [];
  const schema = schemaAt(`${pointer}/schema`);
  const examples = childrenOf(outline, part, "examples").flatMap((child) => outline.resolve(child) ?? []);
  return [
    ...sample("example", schema),
    ...examples.map((example) => ({ pointer: `${example.pointer}/value`, value: example.value.value, schema })),
  ];
}

function schemaAt(pointer: string): JsonObject {
  return { $ref: `document#${pointer.split("/").map(encodeURIComponent).join("/")}` };
}

function pick(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keywords.includes(keyword)));
}

/** A pattern that is reported by itself allows everything here, lest it run without end. */
function safeRegExp(pattern: string, flags: string): RegExp {
  return new RegExp(faultOf(pattern) ? "" : pattern, flags);
}
safeRegExp.code = "safeRegExp";
