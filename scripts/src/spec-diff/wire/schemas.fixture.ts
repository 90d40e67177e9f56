import fc from "fast-check";

type Schema = Record<string, unknown> | boolean;

const names = fc.constantFrom("a", "b", "c");
const small = fc.nat({ max: 4 });

const text = fc.record(
  {
    type: fc.constant("string"),
    minLength: fc.nat({ max: 2 }),
    maxLength: fc.integer({ min: 2, max: 4 }),
    pattern: fc.constantFrom("^[a-z]*$", "^[0-9]*$", "a"),
    enum: fc.uniqueArray(fc.constantFrom("", "a", "bb", "1", "ccc"), { minLength: 1, maxLength: 3 }),
    format: fc.constantFrom("email", "date"),
  },
  { requiredKeys: ["type"] },
);

const number = fc.record(
  {
    type: fc.constantFrom("integer", "number"),
    minimum: fc.integer({ min: -2, max: 2 }),
    exclusiveMaximum: fc.integer({ min: 3, max: 6 }),
    maximum: fc.integer({ min: 2, max: 6 }),
    multipleOf: fc.constantFrom(1, 2, 0.5),
  },
  { requiredKeys: ["type"] },
);

const { schema } = fc.letrec<{ schema: Schema; object: Schema; array: Schema; choice: Schema; leaf: Schema }>(
  (tie) => ({
    leaf: fc.oneof(
      text,
      number,
      fc.constantFrom<Schema>({ type: "boolean" }, { type: "null" }, { const: 1 }, { enum: ["a", 1, null] }, {}, true),
      fc.record({ type: fc.constantFrom<unknown>(["string", "null"], ["integer", "string"], ["number", "boolean"]) }),
    ),
    object: fc.record(
      {
        type: fc.constant("object"),
        properties: fc.dictionary(names, tie("schema"), { maxKeys: 3, noNullPrototype: true }),
        required: fc.uniqueArray(names, { maxLength: 2 }),
        additionalProperties: fc.oneof(fc.constant(false), fc.constant(true), tie("leaf")),
        minProperties: fc.nat({ max: 2 }),
        maxProperties: fc.integer({ min: 2, max: 4 }),
        propertyNames: fc.constant({ maxLength: 3 }),
        dependentRequired: fc.dictionary(names, fc.uniqueArray(names, { maxLength: 1 }), {
          maxKeys: 1,
          noNullPrototype: true,
        }),
      },
      { requiredKeys: ["type"] },
    ),
    array: fc
      .record(
        {
          type: fc.constant("array"),
          items: tie("schema"),
          prefixItems: fc.array(tie("leaf"), { minLength: 1, maxLength: 2 }),
          minItems: fc.nat({ max: 2 }),
          maxItems: fc.integer({ min: 1, max: 3 }),
          uniqueItems: fc.boolean(),
          contains: tie("leaf"),
          minContains: small,
          maxContains: small,
        },
        { requiredKeys: ["type"] },
      )
      // Ajv takes [] for these two together, whatever has to be contained.
      .map(({ prefixItems, ...rest }) =>
        rest.contains !== undefined || !prefixItems ? rest : { ...rest, prefixItems },
      ),
    choice: fc.oneof(
      fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ allOf: fc.array(tie("object"), { minLength: 1, maxLength: 2 }) }),
      fc.record({ type: fc.constantFrom("string", "object", "integer"), not: tie("leaf") }),
      fc.tuple(tie("leaf"), tie("schema"), tie("schema")).map(conditional),
    ),
    schema: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("leaf"),
      tie("object"),
      tie("array"),
      tie("choice"),
    ),
  }),
);

/** A schema without references and `oneOf`. */
export const schemas: fc.Arbitrary<Schema> = schema;

/** Two schemas, of which the second is the first with one part replaced, added or taken away. */
export const changedSchemas: fc.Arbitrary<readonly [Schema, Schema]> = fc
  .tuple(schema, fc.nat(), schema, fc.constantFrom("replace", "remove", "add"))
  .map(([base, place, other, kind]) => [base, mutate(base, place, other, kind)] as const);

/** Every key of every object within a value, as a way to change it. */
function placesIn(value: unknown, found: { owner: Record<string, unknown>; key: string }[] = []) {
  if (typeof value !== "object" || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push({ owner: value as Record<string, unknown>, key });
    placesIn((value as Record<string, unknown>)[key], found);
  }
  return found;
}

const SCHEMAS = new Set([
  "items",
  "additionalProperties",
  "contains",
  "not",
  "if",
  "then",
  "else",
  "a",
  "b",
  "c",
  "0",
  "1",
  "2",
]);

function mutate(base: Schema, place: number, other: Schema, kind: string): Schema {
  const copy = structuredClone(base);
  const places = placesIn(copy);
  const chosen = places[place % Math.max(1, places.length)];
  if (!chosen || typeof copy === "boolean") return other;
  const { owner, key } = chosen;
  const value = owner[key];
  if (kind === "add" && typeof other === "object") {
    const [first] = Object.entries(other).filter(([name]) => name !== "type");
    if (first && !Array.isArray(owner) && typeof owner.type === "string") owner[first[0]] = first[1];
  } else if (typeof value === "number")
    owner[key] = Math.max(value + (kind === "remove" ? -1 : 1), key === "multipleOf" ? 0.5 : 0);
  else if (SCHEMAS.has(key) && !Array.isArray(value) && typeof value !== "string") {
    if (kind === "remove" && !Array.isArray(owner)) delete owner[key];
    else owner[key] = other;
  } else if (Array.isArray(value) && value.length > 1) owner[key] = value.slice(1);
  else if (key !== "type" && !Array.isArray(owner)) delete owner[key];
  return copy;
}

/** Payloads that the schemas above may allow. */
export const payloads: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  leaf: fc.constantFrom<unknown>(
    null,
    true,
    0,
    1,
    2,
    5,
    -1,
    0.5,
    1.5,
    "",
    "a",
    "bb",
    "1",
    "ccc",
    "zzzz",
    "a@b.co",
    "2024-01-01",
  ),
  payload: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.array(tie("payload"), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "other"), tie("payload"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).payload;

/** Written as text: an object with a `then` could be taken for a promise. */
function conditional([condition, consequence, alternative]: readonly Schema[]): Schema {
  const text = `{"if":${JSON.stringify(condition)},"then":${JSON.stringify(consequence)},"else":${JSON.stringify(alternative)}}`;
  return JSON.parse(text) as Schema;
}
