import { expect, test } from "vitest";
import { schemaIn } from "./document.fixture.ts";
import { textOfType, typeOf } from "./type-text.ts";

function typeText(schema: object): string {
  const { outline, part } = schemaIn({ It: schema, Customer: { type: "object" } }, "It");
  return textOfType(typeOf(outline, part));
}

const customer = { $ref: "#/components/schemas/Customer" };

test.each([
  [{ type: "integer" }, "number"],
  [{ type: ["string", "null"] }, "string | null"],
  [{ const: 0 }, "0"],
  [{ const: false }, "false"],
  [{ enum: ["asc", "desc", null] }, '"asc" | "desc" | null'],
  [customer, "Customer"],
  [{ type: "array", items: customer }, "Customer[]"],
  [{ type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
  [{ type: "array" }, "unknown[]"],
  [{ type: "array", prefixItems: [{ type: "string" }, customer] }, "[string, Customer]"],
  [{ oneOf: [customer, { type: "null" }, { type: "null" }] }, "Customer | null"],
  [{ anyOf: [{ oneOf: [{ type: "string" }, customer] }, { type: "number" }] }, "string | Customer | number"],
  [{ allOf: [customer, { oneOf: [{ type: "string" }, { type: "null" }] }] }, "Customer & (string | null)"],
  [{ type: "object", additionalProperties: true }, "Record<string, unknown>"],
  [{ type: "object", additionalProperties: customer }, "Record<string, Customer>"],
  [{ properties: { id: { type: "string" } } }, "object"],
  [{}, "unknown"],
])("%j is %s", (schema, text) => {
  expect(typeText(schema)).toBe(text);
});

test("a long list of values isn't written out in a type", () => {
  expect(typeText({ type: "string", enum: Array.from({ length: 40 }, (_, index) => `value${index}`) })).toBe("string");
});

test("the name of a schema is a piece of its own, for a link", () => {
  const { outline, part } = schemaIn({ It: { type: "array", items: customer }, Customer: {} }, "It");
  expect(typeOf(outline, part)).toEqual([{ text: "Customer", schema: "Customer" }, { text: "[]" }]);
});
