// Query strings from parameters' schemas: right ones, and ones that break exactly one rule.
import fc, { type Arbitrary } from "fast-check";
import type { Operation, Parameter } from "./operations.ts";
import type { BrokenQuery, ProviderRules } from "./provider.ts";
import { type Schema, text, validValues } from "./schema.ts";

type Pairs = readonly string[];

function pair(name: string, value: string): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(value).replace(/%7B(\w+)%7D/g, "{$1}")}`;
}

function queryParameters({ parameters }: Operation): Parameter[] {
  return parameters.filter((parameter) => parameter.in === "query");
}

/** Queries that are right, sometimes with names that nobody knows, which are ignored. */
export function validQueries(operation: Operation, rules: ProviderRules): Arbitrary<Pairs> {
  const known = queryParameters(operation).map((parameter) => pairsOf(parameter, operation, rules));
  const unknown = fc.tuple(text(), text()).map(([name, value]) => [pair(`unknown${name}`, value)]);
  const all = fc.tuple(...known, fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, unknown));
  return all.map((lists) => withoutExclusive(lists.flat(), rules.exclusive));
}

/** Of names that don't go together, the first one stays. */
function withoutExclusive(pairs: Pairs, exclusive: readonly (readonly string[])[]): Pairs {
  const nameOf = (one: string) => one.split("=")[0] ?? "";
  return exclusive.reduce((kept, names) => {
    const first = kept.find((one) => names.includes(nameOf(one)));
    return kept.filter((one) => one === first || !names.includes(nameOf(one)));
  }, pairs);
}

/** No pair at all, or a right one; more of them where a parameter may be repeated or is a range. */
function pairsOf({ name, schema, required }: Parameter, operation: Operation, rules: ProviderRules): Arbitrary<Pairs> {
  const own = rules.queryValues[name]?.(operation);
  const alternatives = own
    ? [own.map((value) => [pair(name, value)])]
    : (schema.oneOf ?? [schema]).map((one) => valuesOf(name, one));
  return fc.oneof(...(required ? [] : [fc.constant<Pairs>([])]), ...alternatives);
}

function valuesOf(name: string, schema: Schema): Arbitrary<Pairs> {
  const { type, items = {}, properties = {} } = schema;
  if (type === "array") {
    return fc
      .array(validValues(items), { maxLength: 3 })
      .map((values) => values.map((value) => pair(name, String(value))));
  }
  if (type === "object") {
    const members = Object.entries(properties).map(([member, own]) => [member, validValues(own)]);
    const range = fc.record(Object.fromEntries(members), { requiredKeys: [] });
    return range.map((values) =>
      Object.entries(values).map(([member, value]) => pair(`${name}[${member}]`, String(value))),
    );
  }
  return validValues(schema).map((value) => [pair(name, String(value))]);
}

const notInteger = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "1.5",
    "1e1",
    "0x10",
    " 1",
    "1 ",
    "+1",
    "--1",
    "1,0",
    "one",
    "null",
    "true",
    "NaN",
    "Infinity",
  ),
  fc.constantFrom("１", "9".repeat(16), `-${"9".repeat(16)}`),
  fc.stringMatching(/^[0-9]{0,3}[a-z][0-9a-z]{0,3}$/),
);

/** For each rule of a parameter, pairs that break it. */
function brokenPairs(parameter: Parameter, operation: Operation, rules: ProviderRules): BrokenQuery[] {
  const { name, schema } = parameter;
  const one = (rule: string, key: string, values: Arbitrary<string>): BrokenQuery => ({
    rule: `${key}: ${rule}`,
    pairs: values.map((value) => [pair(key, value)]),
  });
  const scalar = (key: string, { type, minimum, maximum, enum: listed }: Schema): BrokenQuery[] => [
    ...(type === "integer" ? [one("type", key, notInteger)] : []),
    ...(minimum === undefined
      ? []
      : [one("minimum", key, fc.oneof(fc.constant(minimum - 1), fc.integer({ max: minimum - 1 })).map(String))]),
    ...(maximum === undefined
      ? []
      : [
          one(
            "maximum",
            key,
            fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1_000 })).map((more) => String(maximum + more)),
          ),
        ]),
    ...(listed
      ? [
          one(
            "enum",
            key,
            fc
              .oneof(text(), fc.constantFrom(...listed.map((value) => String(value).toUpperCase())))
              .filter((value) => !listed.includes(value)),
          ),
        ]
      : []),
  ];
  const broken = (schema.oneOf ?? [schema]).flatMap(({ items, properties, ...own }) => {
    if (items) return scalar(name, items);
    if (!properties) return scalar(name, own);
    return Object.entries(properties).flatMap(([member, inner]) => scalar(`${name}[${member}]`, inner));
  });
  const range = schema.oneOf?.find(({ properties }) => properties);
  if (range) {
    const [member = ""] = Object.keys(range.properties ?? {});
    broken.push({
      rule: `${name}: one value or a range`,
      pairs: fc.integer({ min: 0 }).map((time) => [`${name}=${time}`, pair(`${name}[${member}]`, String(time))]),
    });
  }
  if (schema.type !== "array") {
    const given = pairsOf({ ...parameter, required: true }, operation, rules).filter((pairs) => pairs.length > 0);
    broken.push({ rule: `${name}: once`, pairs: given.map((pairs) => [...pairs, ...pairs]) });
  }
  return broken;
}

/** Bytes that aren't UTF-8, percent-encoded, and percent signs that encode nothing. */
const malformed = fc.oneof(
  fc.constantFrom(
    "%",
    "%%",
    "%f",
    "%zz",
    "%u0041",
    "a=%",
    "%=1",
    "a=%C3",
    "a=%FF",
    "%C3%28=1",
    "a=%ED%A0%80",
    "a=%F8%88%80%80%80",
    "a=%C0%80",
  ),
  fc
    .uint8Array({ minLength: 1, maxLength: 24 })
    .filter((bytes) => !isUtf8(bytes))
    .map((bytes) => Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")),
);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Queries that break one rule each. The parameters that the rule isn't about are right. A well-formed query of names that
 * nobody knows is no such query: it is ignored.
 */
export function brokenQueries(operation: Operation, rules: ProviderRules): BrokenQuery[] {
  const parameters = queryParameters(operation);
  const nameOf = (one: string) => decodeURIComponent(one.split("=")[0] ?? "").split("[")[0];
  const valid = validQueries(operation, rules);
  const known = [
    ...parameters.flatMap((parameter) => brokenPairs(parameter, operation, rules)),
    ...rules.brokenQueries(operation),
  ];
  return [
    ...known.map((broken) => ({
      ...broken,
      pairs: fc.tuple(valid, broken.pairs).map(([others, own]) => {
        const names = new Set(own.map(nameOf));
        const clashing = new Set(rules.exclusive.filter((group) => group.some((name) => names.has(name))).flat());
        return [...others.filter((one) => !names.has(nameOf(one)) && !clashing.has(nameOf(one) ?? "")), ...own];
      }),
    })),
    {
      rule: "query: percent-encoded UTF-8",
      pairs: fc.tuple(valid, malformed).map(([others, own]) => [...others, own]),
    },
  ];
}
