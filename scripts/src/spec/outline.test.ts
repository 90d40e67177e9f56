import { describe, expect, test } from "vitest";
import { outlineOf, type Part } from "./outline.ts";

const document = {
  openapi: "3.1.1",
  paths: {
    "/a/{b}": {
      get: {
        responses: {
          200: {
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/List%20of%20A" },
                examples: { one: { value: { schema: { type: "string" }, $ref: "#/nowhere" } } },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      "List of A": { type: "array", items: { $ref: "#/components/schemas/A" } },
      A: { properties: { type: { type: "string" }, next: { $ref: "#/components/schemas/A" } } },
      Round: { $ref: "#/components/schemas/About" },
      About: { $ref: "#/components/schemas/Round" },
      Lost: { $ref: "#/components/schemas/constructor" },
      Unused: { default: { properties: { a: {} } } },
    },
  },
};

const outline = outlineOf(document);
const media = "/paths/~1a~1{b}/get/responses/200/content/application~1json";

function partAt(pointer: string): Part {
  const part = outline.at(pointer);
  if (!part) throw new Error(`expected a part at ${pointer}`);
  return part;
}

describe("an outline", () => {
  test("has every part of the document once, and no data", () => {
    expect(outline.parts.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual([
      "document ",
      "pathItem /paths/~1a~1{b}",
      "operation /paths/~1a~1{b}/get",
      "response /paths/~1a~1{b}/get/responses/200",
      `mediaType ${media}`,
      `schema ${media}/schema`,
      `example ${media}/examples/one`,
      "components /components",
      "schema /components/schemas/List of A",
      "schema /components/schemas/List of A/items",
      "schema /components/schemas/A",
      "schema /components/schemas/A/properties/type",
      "schema /components/schemas/A/properties/next",
      "schema /components/schemas/Round",
      "schema /components/schemas/About",
      "schema /components/schemas/Lost",
      "schema /components/schemas/Unused",
    ]);
  });

  test("follows a reference, its escapes decoded", () => {
    expect(outline.resolve(partAt(`${media}/schema`))?.pointer).toBe("/components/schemas/List of A");
  });

  test.each(["Round", "Lost"])("doesn't follow the reference of %s without end, nor to what isn't there", (name) => {
    expect(outline.resolve(partAt(`/components/schemas/${name}`))).toBeUndefined();
  });

  test("knows what can be reached, through recursion too", () => {
    expect(outline.reachableFrom(partAt(`${media}/schema`)).map(({ pointer }) => pointer)).toEqual([
      `${media}/schema`,
      "/components/schemas/List of A",
      "/components/schemas/List of A/items",
      "/components/schemas/A",
      "/components/schemas/A/properties/type",
      "/components/schemas/A/properties/next",
    ]);
  });

  test("is made once for a document", () => {
    expect(outlineOf(document)).toBe(outline);
  });
});
