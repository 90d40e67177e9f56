import { describe, expect, test } from "vitest";
import { operationsOf } from "./operations.ts";
import { compileValidators } from "./validators.ts";

/** Runs a compiled validator; what it imports is only counted. */
function compile(schema: object): (value: unknown) => boolean {
  const document = { openapi: "3.1.1", components: { schemas: { S: schema } } };
  const code = compileValidators(document, { s: "/components/schemas/S" });
  const body = code.replace(/^import (\w+) .*$/gm, "const $1 = (text) => [...text].length;");
  return new Function(`${body}; return s;`)();
}

describe("a compiled validator", () => {
  test.each([
    [
      "email",
      ["a@b.co", "A.b+c@x-y.example"],
      ["", "a", "a@", "@b.co", "a@b", "a b@c.de", "a..b@c.de", `${"a".repeat(65)}@b.co`],
    ],
    [
      "uuid",
      ["550e8400-e29b-41d4-a716-446655440000"],
      ["", "550e8400e29b41d4a716446655440000", "x50e8400-e29b-41d4-a716-446655440000"],
    ],
    [
      "date-time",
      ["2024-01-20T14:00:00Z", "2024-01-20T14:00:00.5+07:00"],
      ["2024-01-20", "2024-13-20T14:00:00Z", "2024-01-20 14:00:00Z"],
    ],
  ])("knows the format %s", (format, valid, invalid) => {
    const validate = compile({ type: "string", format });
    expect(valid.filter((text) => !validate(text))).toEqual([]);
    expect(invalid.filter((text) => validate(text))).toEqual([]);
  });

  test("counts characters as JSON Schema does", () => {
    const validate = compile({ type: "string", maxLength: 2 });
    expect([validate("😀😀"), validate("abc")]).toEqual([true, false]);
  });

  test("takes only an object's own properties for its properties", () => {
    const validate = compile({
      type: "object",
      required: ["constructor"],
      properties: { constructor: { type: "string" } },
    });
    expect([validate({}), validate({ constructor: "x" })]).toEqual([false, true]);
  });

  test("keeps a property that has the name of an annotation", () => {
    const validate = compile({ type: "object", properties: { description: { type: "integer", description: "x" } } });
    expect([validate({ description: 1 }), validate({ description: "x" })]).toEqual([true, false]);
  });

  test.each([
    ["a format that it doesn't know", { type: "string", format: "hostname" }],
    ["a keyword that it doesn't know", { type: "string", maxLenght: 1 }],
    ["a keyword that needs more of Ajv than it has", { type: "array", uniqueItems: true, items: { type: "object" } }],
  ])("isn't made from %s", (_, schema) => {
    expect(() => compile(schema)).toThrow();
  });
});

describe("the operations of a spec", () => {
  test.each([
    [
      "a parameter that is part of a segment",
      "/a/{b}.json",
      "createA",
      "expected each parameter to be a whole segment",
    ],
    ["an operation's id that is code", "/a", "x=alert()//", "expected an operation's id"],
  ])("can't have %s", (_, path, operationId, message) => {
    const document = { paths: { [path]: { get: { operationId, responses: {} } } } };
    expect(() =>
      compileValidators(
        document,
        Object.fromEntries(operationsOf(document).map(({ id, parameters }) => [id, parameters.query])),
      ),
    ).toThrow(message);
  });

  test("have their query parameters as the spec describes them", () => {
    const document = {
      paths: {
        "/a": {
          parameters: [{ name: "limit", in: "query", schema: { type: "integer", default: 10 } }],
          get: {
            operationId: "listA",
            parameters: [
              { name: "tag[]", in: "query", schema: { type: "array", items: { type: "string" } } },
              { $ref: "#/components/parameters/Created" },
              { name: "Accept-Language", in: "header", schema: { type: "string" } },
              { name: "X-Id", in: "header", required: true, schema: { type: "string" } },
            ],
            responses: {},
          },
        },
      },
      components: {
        parameters: {
          Created: {
            name: "created",
            in: "query",
            style: "deepObject",
            schema: { oneOf: [{ type: "integer" }, { type: "object", properties: { gt: { type: "integer" } } }] },
          },
        },
      },
    };
    expect(operationsOf(document)).toMatchObject([
      {
        id: "listA",
        method: "GET",
        segments: ["a"],
        query: [
          { name: "limit", type: "integer", default: 10 },
          { name: "tag[]", type: "string", repeated: true },
          { name: "created", type: "integer", members: { gt: "integer" } },
        ],
        parameters: { headers: { required: ["x-id"], properties: { "x-id": "/paths/~1a/get/parameters/3/schema" } } },
      },
    ]);
  });
});
