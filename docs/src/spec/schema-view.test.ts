import { expect, test } from "vitest";
import { schemaIn } from "./document.fixture.ts";
import { viewSchema } from "./schema-view.ts";
import { shapeOf } from "./shape.ts";

test("a field has its own text and marks, not those of what it refers to", () => {
  const { outline, part } = schemaIn(
    {
      It: {
        type: "object",
        required: ["page"],
        properties: { page: { $ref: "#/components/schemas/Page", description: "Own.", "x-source": "sdk" } },
      },
      Page: {
        type: "object",
        description: "Theirs.",
        "x-source": "inferred",
        properties: { total: { type: "integer" } },
      },
    },
    "It",
  );
  const [field] = viewSchema(outline, part, "body").fields;
  expect(field).toMatchObject({
    label: "page",
    name: "Page",
    required: true,
    anchor: "body-page",
    descriptions: ["/components/schemas/It/properties/page/description"],
    marks: { source: "sdk", sensitive: false, deprecated: false },
  });
  expect(field?.fields[0]).toMatchObject({ label: "total", anchor: "body-page-total", required: false });
});

test("without a text of its own a field has the one of what it refers to", () => {
  const { outline, part } = schemaIn(
    { It: { properties: { a: { $ref: "#/components/schemas/A" } } }, A: { description: "Theirs." } },
    "It",
  );
  expect(viewSchema(outline, part, "").fields[0]?.descriptions).toEqual(["/components/schemas/A/description"]);
});

test("a schema that contains itself ends where it comes again", () => {
  const node = {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Node" } } },
  };
  const { outline, part } = schemaIn({ Node: node }, "Node");
  const [children] = viewSchema(outline, part, "node").fields;
  expect(children?.pieces[0]).toMatchObject({
    role: "items",
    view: { name: "Node", again: true, fields: [], pieces: [] },
  });
});

test("cases, conditions and what is excluded are pieces, each with its part", () => {
  const { outline, part } = schemaIn(
    {
      It: {
        oneOf: [{ type: "string" }, { type: "null" }],
        if: { properties: { type: { const: "company" } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { required: ["contacts"] },
        not: { const: 1 },
      },
    },
    "It",
  );
  const { pieces } = viewSchema(outline, part, "it");
  expect(pieces.map(({ role }) => role)).toEqual(["case", "case", "condition", "consequence", "not"]);
  expect(pieces.map(({ view }) => shapeOf(view))).toEqual(["string", "null", '{ type: "company" }', "unknown", "1"]);
  expect(pieces[3]?.view.facts).toEqual([{ keyword: "required", values: ["contacts"] }]);
});
