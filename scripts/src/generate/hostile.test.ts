import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { COMPILERS, compile } from "../testing/compile.ts";
import { folderWith } from "../testing/folder.ts";
import { shapeOf } from "../testing/shape.ts";
import { generate } from "./generate.ts";

const pets = readFileSync(join(import.meta.dirname, "fixtures/pets.yaml"), "utf8");

const attacks = [
  "*/ export const pwned = 1; /*",
  "*\\/ */",
  "/",
  "*",
  "@deprecated",
  "\n@ts-ignore\n@internal",
  "\r * @ts-expect-error",
  "\u2028@param pwned\u2029*/",
  "{@link https://pwned.example} @see",
  '"; export const pwned = 1; "',
  "'; pwned; '",
  "`$" + "{pwned}`",
  "\\",
  "</script><script>",
  "<!--",
  "\u202e\u2066hidden\u2069\u202c",
  "\u0000\u001b[31m\u0007",
  "\ud800",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "#/components/schemas/Pet",
  "1e999",
  "-1",
];

const text = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.array(fc.constantFrom(...attacks, "\n", " ", "*", "/", "x"), { maxLength: 6 }).map((parts) => parts.join("")),
);

test("whatever text a spec has, the modules declare the same things and have no other tags", async () => {
  const { operations, schema } = await modules(() => "harmless");
  const expected = [shapeOf(operations), shapeOf(schema)].map(({ statements }) => statements);

  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
      const made = await modules((index) => texts[index % texts.length] as string);
      const shapes = [shapeOf(made.operations), shapeOf(made.schema)];
      expect(shapes.flatMap(({ errors }) => errors)).toEqual([]);
      expect(shapes.map(({ statements }) => statements)).toEqual(expected);
      expect([...(shapes[0]?.tags ?? [])].sort()).toEqual(["deprecated", "param", "returns", "see", "throws"]);
      const allowed = ["constant", "default", "deprecated", "description", "enum", "example"];
      expect([...(shapes[1]?.tags ?? [])].filter((tag) => !allowed.includes(tag))).toEqual([]);
      // Nothing that a terminal or a reader would see otherwise than a compiler does.
      expect(made.operations + made.schema).not.toMatch(/(?!\n)[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 100 },
  );
});

test.each(Object.keys(COMPILERS))("%s accepts modules with hostile text in every place", async (compiler) => {
  const { operations, schema } = await modules((index) => attacks[index % attacks.length] as string);
  expect(compile(compiler, { "operations.ts": operations, "schema.ts": schema })).toBe("");
});

/** Generates from the fixture with text put into every place that may have any. */
async function modules(textAt: (index: number) => string): Promise<{ operations: string; schema: string }> {
  let count = 0;
  const next = () => textAt(count++);
  const name = (prefix: string) => (next().startsWith("__proto__") ? prefix : prefix + textAt(count - 1));
  // biome-ignore lint/suspicious/noExplicitAny: a document that is only written to.
  const document: any = parse(pets);
  document.info = { title: next(), summary: next(), description: next(), version: next() };
  document["x-client"].errors.push({ code: next(), kind: "ApiError" });
  document["x-client"].envelope.value = `/data`;
  const list = document.paths["/pets"].get;
  Object.assign(list, { summary: next(), description: next() });
  Object.assign(list.parameters[0], { description: next(), example: next() });
  list.parameters.push({
    name: name("q"),
    in: "query",
    description: next(),
    schema: { type: "string", enum: [next(), `${next()}2`] },
  });
  list.responses["200"].description = next();
  list.responses["404"] = {
    description: next(),
    headers: { [name("h")]: { description: next(), schema: { type: "string" } } },
  };
  const create = document.paths["/pets"].post;
  create.requestBody.description = next();
  create.parameters.push({ name: name("h"), in: "header", schema: { type: "string" } });
  const { schemas } = document.components;
  schemas.Pet.description = next();
  schemas.Odd = {
    title: next(),
    description: next(),
    type: "object",
    required: ["constructor", "toString", name("p"), "own"],
    properties: {
      own: { type: "string", const: next() },
      [name("a")]: {
        description: next(),
        format: next(),
        default: next(),
        examples: [next(), { [name("k")]: next() }],
      },
      [name("b")]: {
        type: "string",
        enum: [next(), `${next()}2`],
        "x-sensitive": true,
        "x-enum-varnames": [next()],
        "x-open-enum": next(),
      },
      [name("c")]: { type: "object", additionalProperties: { type: "string", title: next() } },
      [name("d")]: { const: { [name("e")]: [next()] } },
      constructor: { type: "string" },
    },
    allOf: [
      { $ref: "#/components/schemas/PetCreate" },
      { required: ["valueOf"], properties: { hasOwnProperty: { type: "null" } } },
    ],
  };
  schemas.Pet.allOf[1].properties.odd = { $ref: "#/components/schemas/Odd" };
  const folder = folderWith({ "openapi.yaml": JSON.stringify(document) });
  const { files } = await generate(join(folder, "openapi.yaml"), "specs/pets/openapi.yaml");
  return { operations: files.get("operations.ts") as string, schema: files.get("schema.ts") as string };
}
