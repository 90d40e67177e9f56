import fc from "fast-check";
import { expect, test } from "vitest";
import { factsOf } from "./facts.ts";

test("a default of 0, false, null or nothing is told", () => {
  for (const [value, text] of [
    [0, "0"],
    [false, "false"],
    [null, "null"],
    ["", '""'],
  ] as const) {
    expect(factsOf({ default: value })).toEqual([{ keyword: "default", values: [text] }]);
  }
});

test("limits are told in the order of the document, patterns and formats as they are", () => {
  expect(factsOf({ type: "string", minLength: 0, maxLength: 64, pattern: "^[a-z]+$", format: "email" })).toEqual([
    { keyword: "minLength", values: ["0"] },
    { keyword: "maxLength", values: ["64"] },
    { keyword: "pattern", values: ["^[a-z]+$"] },
    { keyword: "format", values: ["email"] },
  ]);
});

test("an integer says that it is one, unless its format does", () => {
  expect(factsOf({ type: ["integer", "null"] })).toEqual([{ keyword: "format", values: ["integer"] }]);
  expect(factsOf({ type: "integer", format: "int64" })).toEqual([{ keyword: "format", values: ["int64"] }]);
  expect(factsOf({ type: "number" })).toEqual([]);
});

test("values that the type writes out aren't told twice, and a long list is", () => {
  expect(factsOf({ enum: ["a", "b"] })).toEqual([]);
  const many = Array.from({ length: 40 }, (_, index) => `value${index}`);
  expect(factsOf({ enum: many })).toEqual([{ keyword: "enum", values: many.map((each) => `"${each}"`) }]);
});

test("a required name that isn't a property, and a schema that is just true or false, are told", () => {
  expect(factsOf({ required: ["a", "b"], properties: { a: {} } })).toEqual([{ keyword: "required", values: ["b"] }]);
  expect(factsOf({ additionalProperties: false })).toEqual([{ keyword: "additionalProperties", values: ["false"] }]);
});

test("a keyword that nobody foresaw is told as it stands", () => {
  expect(factsOf({ "x-unit": { of: "time" } })).toEqual([{ keyword: "x-unit", values: ['{"of":"time"}'] }]);
});

test("whatever a spec says beside what is shown elsewhere is told, with its value", () => {
  const name = fc.string({ minLength: 1 }).map((text) => `x-${text}`);
  fc.assert(
    fc.property(fc.dictionary(name, fc.jsonValue(), { maxKeys: 5 }), (said) => {
      const { "x-source": _source, "x-sensitive": _sensitive, "x-client": _client, ...rest } = said;
      const told = factsOf(rest).map(({ keyword, values }) => [keyword, ...values]);
      expect(told).toEqual(Object.entries(rest).map(([keyword, value]) => [keyword, JSON.stringify(value)]));
    }),
    { seed: 5 },
  );
});
