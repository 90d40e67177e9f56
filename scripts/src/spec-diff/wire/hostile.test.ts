import { describe, expect, test } from "vitest";
import { documentOf, documentWith } from "../cases/cases.fixture.ts";
import { compareWire } from "./compare-wire.ts";

const longest = { timeout: 30_000 };

/** A property that is JavaScript's own. */
const proto = (value: unknown) => JSON.parse(`{"__proto__":${JSON.stringify(value)}}`) as Record<string, unknown>;

function nested(depth: number, leaf: unknown): unknown {
  let schema = leaf;
  for (let level = 0; level < depth; level += 1) schema = { type: "object", properties: { a: schema } };
  return schema;
}

describe("a document that is made to be trouble ends in findings", () => {
  const evil = "^(a+)+$";

  test.each<[string, unknown, unknown, Record<string, unknown>?, Record<string, unknown>?]>([
    [
      "a reference to itself",
      { $ref: "#/components/schemas/A" },
      { type: "string" },
      { A: { $ref: "#/components/schemas/A" } },
    ],
    [
      "references in a ring",
      { $ref: "#/components/schemas/A" },
      { type: "string" },
      {
        A: { allOf: [{ $ref: "#/components/schemas/B" }] },
        B: { anyOf: [{ $ref: "#/components/schemas/A" }, { type: "null" }] },
      },
    ],
    [
      "a choice of itself",
      { $ref: "#/components/schemas/A" },
      { $ref: "#/components/schemas/A" },
      { A: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "string" }] } },
      { A: { oneOf: [{ $ref: "#/components/schemas/A" }, { type: "integer" }] } },
    ],
    [
      "a schema that holds itself negated",
      { $ref: "#/components/schemas/A" },
      { $ref: "#/components/schemas/A" },
      { A: { not: { $ref: "#/components/schemas/A" } } },
      { A: { not: { $ref: "#/components/schemas/A" }, type: "string" } },
    ],
    ["a reference that leads nowhere", { $ref: "#/components/schemas/Nobody" }, { type: "string" }],
    ["deep nesting", nested(190, { type: "string" }), nested(190, { type: "integer" })],
    [
      "a pattern that backtracks without end",
      { type: "string", pattern: evil },
      { type: "string", pattern: "^(a|a)*$" },
    ],
    [
      "names that a pattern backtracks on",
      { type: "object", properties: { [`${"a".repeat(60)}!`]: {} } },
      { type: "object", patternProperties: { [evil]: { type: "string" } } },
    ],
    ["a pattern that is none", { type: "string", pattern: "(" }, { type: "string", pattern: "[" }],
    [
      "properties of JavaScript's own",
      { type: "object", properties: { constructor: { type: "string" }, toString: {} } },
      { type: "object", required: ["valueOf"], properties: proto({ type: "string" }) },
    ],
    [
      "keywords of another type",
      { type: 7, required: "a", properties: [], enum: {}, minimum: "x", allOf: {}, items: [1] },
      { type: ["x"], required: [7], properties: null, oneOf: "a", multipleOf: 0, prefixItems: {} },
    ],
    [
      "limits beyond all measure",
      { type: "string", minLength: 1e15 },
      { type: "string", minLength: 2e15, maxLength: -1 },
    ],
    [
      "a long pattern of counted parts",
      { type: "string", pattern: "^(a{1,999}){1,999}$" },
      { type: "string", pattern: "^(b{1,999}){1,999}$" },
    ],
    ["lists of immense length", { type: "array", minItems: 1e9 }, { type: "array", minItems: 2e9, uniqueItems: true }],
  ])("%s", longest, async (_, base, revision, schemas = {}, revisionSchemas = schemas) => {
    for (const part of ["request", "answer"] as const) {
      const findings = await compareWire(
        documentWith(part, base, schemas),
        documentWith(part, revision, revisionSchemas),
      );
      expect(findings.length).toBeGreaterThan(0);
    }
  });

  test("ten thousand branches", longest, async () => {
    const branches = (from: number) =>
      Array.from({ length: 10_000 }, (_, index) => ({ type: "object", required: [`p${from + index}`] }));
    const findings = await compareWire(
      documentWith("request", { oneOf: branches(0) }),
      documentWith("request", { oneOf: branches(1) }),
    );
    expect(findings.some(({ breaking }) => breaking)).toBe(true);
  });

  test("long lists of values that have nothing in common", longest, async () => {
    const listed = (letter: string) => ({
      type: "string",
      enum: Array.from({ length: 100_000 }, (_, index) => `${letter}${index}`),
    });
    const findings = await compareWire(documentWith("request", listed("a")), documentWith("request", listed("b")));
    expect(findings.map(({ rule, breaking }) => ({ rule, breaking }))).toEqual([
      { rule: "enum-value-removed", breaking: true },
      { rule: "enum-value-added", breaking: false },
    ]);
  });

  test("choices of choices, as many as can't be multiplied out", longest, async () => {
    const choice = (leaf: unknown) => ({
      allOf: Array.from({ length: 30 }, (_, index) => ({
        anyOf: [{ required: [`a${index}`] }, { required: [`b${index}`] }, leaf],
      })),
    });
    const findings = await compareWire(
      documentWith("request", choice({ required: ["x"] })),
      documentWith("request", choice({ required: ["y"] })),
    );
    expect(findings.length).toBeGreaterThan(0);
  });

  test("a chain of references as long as a document", longest, async () => {
    const chain = (leaf: unknown) => ({
      ...Object.fromEntries(
        Array.from({ length: 20_000 }, (_, index) => [`A${index}`, { $ref: `#/components/schemas/A${index + 1}` }]),
      ),
      A20000: leaf,
    });
    const start = { $ref: "#/components/schemas/A0" };
    const findings = await compareWire(
      documentWith("request", start, chain({ type: "string" })),
      documentWith("request", start, chain({ type: "integer" })),
    );
    expect(findings).toEqual([expect.objectContaining({ rule: "type-changed", breaking: true })]);
  });

  test("paths, parameters and answers that aren't", async () => {
    const odd = documentOf({
      paths: {
        "/a": null,
        "/b": {
          get: 7,
          post: {
            parameters: [null, { in: 1 }],
            requestBody: [],
            responses: { 200: null, x: {} },
            security: "a",
            servers: {},
          },
        },
      },
      components: { securitySchemes: 4, schemas: null },
      servers: [null, { url: 5 }],
      security: [null, { a: 1 }],
    });
    const plain = documentOf({ paths: { "/b": { post: { responses: {} } } } });
    expect(await compareWire(odd, odd)).toEqual([]);
    expect((await compareWire(odd, plain)).length).toBeGreaterThan(0);
    expect((await compareWire(plain, odd)).length).toBeGreaterThan(0);
  });
});
