import { isObject, type JsonObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import { writesEnum } from "./type-text.ts";

/** Something that a schema or a parameter says in one value: a limit, a default, a format. */
export interface Fact {
  /** The keyword, such as `maxLength`. */
  readonly keyword: string;
  /** The value as JSON writes it, or bare text for a format, a pattern and the like. */
  readonly values: readonly string[];
}

/** Keywords that are shown in another way: in the type, as a text, as fields, as a mark. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = words(
  "type properties required const description summary deprecated name in schema content $ref $defs x-source x-sensitive x-client",
);

/** Keywords that hold schemas, which are shown as such; a bare `true` or `false` in their place is a fact. */
const SCHEMAS: ReadonlySet<string> = words(
  `items prefixItems additionalProperties oneOf anyOf allOf not if then else contains propertyNames patternProperties
  dependentSchemas unevaluatedItems unevaluatedProperties contentSchema`,
);

/** Keywords whose value is bare text rather than JSON. */
const TEXTS: ReadonlySet<string> = new Set(["format", "pattern", "style", "contentMediaType", "contentEncoding"]);

/**
 * @param value A schema, or a parameter or header without what stands in its schema.
 * @returns What is left to say of it, in the order of the document. A keyword that nobody foresaw is told as it stands.
 */
export function factsOf(value: JsonObject): Fact[] {
  const facts: Fact[] = [];
  // TypeScript has one type for all numbers. A format such as int64 says that one is an integer; without it nothing else does.
  if ([value.type].flat().includes("integer") && value.format === undefined) {
    facts.push({ keyword: "format", values: ["integer"] });
  }
  const properties = isObject(value.properties) ? value.properties : {};
  const elsewhere = (Array.isArray(value.required) ? value.required : []).filter(
    (name) => !Object.hasOwn(properties, name),
  );
  if (elsewhere.length > 0) facts.push({ keyword: "required", values: elsewhere.map(String) });
  for (const [keyword, content] of Object.entries(value)) {
    if (SHOWN_ELSEWHERE.has(keyword) || (SCHEMAS.has(keyword) && typeof content !== "boolean")) continue;
    if (keyword === "enum" && Array.isArray(content)) {
      if (!writesEnum(content)) facts.push({ keyword, values: content.map((each) => JSON.stringify(each)) });
    } else if (keyword === "examples" && Array.isArray(content)) {
      facts.push({ keyword: "example", values: content.map((each) => JSON.stringify(each)) });
    } else if (keyword === "examples") {
      // A parameter's examples have a name and texts of their own: they aren't a single value.
    } else if (TEXTS.has(keyword) && typeof content === "string") facts.push({ keyword, values: [content] });
    else facts.push({ keyword, values: [JSON.stringify(content)] });
  }
  return facts;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/));
}
