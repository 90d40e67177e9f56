import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { COMPILERS, compile } from "../testing/compile.ts";
import { folderWith } from "../testing/folder.ts";
import { generate } from "./generate.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required = Object.keys(properties)) => ({ type: "object", required, properties });

const schemas = {
  Pet: object({ name: { type: "string" } }),
  Cow: object({ name: { type: "string" }, milk: { type: "number" } }),
  PetOrNull: { anyOf: [ref("Pet"), { type: "null" }] },
  Node: object({ value: ref("Pet"), next: ref("Node") }),
  Answer: object({ data: ref("Pet") }),
  Meta: object({ code: { type: "string" } }),
};

/** What the answer's schema is, which type the method gives, and whether `null` may be the value. */
const cases: Readonly<Record<string, readonly [schema: object, type: string, nullable?: boolean]>> = {
  named: [ref("Answer"), "Pet"],
  inline: [object({ data: ref("Pet") }), "Pet"],
  pets: [object({ data: { type: "array", items: ref("Pet") } }), "Pet[]"],
  listOfLists: [
    object({ data: { type: "array", items: { type: "array", items: { type: "integer" } } } }),
    "number[][]",
  ],
  listOfSome: [object({ data: { type: "array", items: { oneOf: [ref("Pet"), ref("Cow")] } } }), "(Pet | Cow)[]"],
  text: [object({ data: { type: "string" } }), "string"],
  textOrNull: [object({ data: { type: ["string", "null"] } }), "string | null", true],
  nothing: [object({ data: { type: "null" } }), "null", true],
  choice: [object({ data: { oneOf: [ref("Pet"), ref("Cow"), { type: "null" }] } }), "Pet | Cow | null", true],
  nullableName: [object({ data: ref("PetOrNull") }), "PetOrNull", true],
  described: [object({ data: { allOf: [ref("Pet")], description: "The pet." } }), "Pet"],
  throughAllOf: [{ allOf: [ref("Meta"), ref("Answer")] }, "Pet"],
  throughAllOfInline: [{ allOf: [ref("Meta"), object({ data: { type: "boolean" } })] }, "boolean"],
  throughUnion: [{ oneOf: [ref("Answer"), object({ data: ref("Pet") })] }, "Pet"],
  throughUnionOfTwo: [{ oneOf: [ref("Answer"), object({ data: ref("Cow") })] }, "Pet | Cow"],
  enumeration: [object({ data: { type: "string", enum: ["ok"] } }), 'EnumerationAnswer["data"]'],
  inlineObject: [object({ data: object({ id: { type: "string" } }) }), 'InlineObjectAnswer["data"]'],
  optional: [object({ data: object({}) }, []), 'Exclude<OptionalAnswer["data"], undefined>'],
  anything: [object({ data: {} }), 'AnythingAnswer["data"]', true],
};

const { files } = await makeModules();
const operations = files.get("operations.ts") as string;

test.each(Object.entries(cases))("finds the value's type: %s", (name, [, type, nullable = false]) => {
  const signature = operations.split("\n").find((line) => line.startsWith(`  ${name}(`));
  expect(signature).toBe(`  ${name}(options?: CallOptions): Promise<${type}>;`);
  const descriptor = operations.slice(operations.indexOf(`export const ${name}:`)).split("};")[0];
  expect(descriptor?.includes("nullable: true")).toBe(nullable);
});

test("follows a schema that leads back to itself only as far as the pointer goes", () => {
  expect(operations).toContain("  deep(options?: CallOptions): Promise<Pet>;");
});

test("gives what any of several success answers gives", () => {
  expect(operations).toContain("  several(options?: CallOptions): Promise<Pet | Cow | undefined>;");
});

test.each(Object.keys(COMPILERS))("writes types that %s resolves", (compiler) => {
  expect(compile(compiler, Object.fromEntries(files))).toBe("");
});

async function makeModules(): ReturnType<typeof generate> {
  const answer = (schema: object) => ({ description: "", content: { "application/json": { schema } } });
  const operation = (name: string, responses: object, value?: string) => [
    `/${name}`,
    { get: { operationId: name, "x-client": { method: `types.${name}`, ...(value && { value }) }, responses } },
  ];
  const document = {
    openapi: "3.1.1",
    info: { title: "Types", version: "1" },
    "x-client": { name: "Types", envelope: { value: "/data", success: { absent: "/error" } } },
    paths: Object.fromEntries([
      ...Object.entries(cases).map(([name, [schema]]) => operation(name, { 200: answer(schema) })),
      operation("deep", { 200: answer(ref("Node")) }, "/next/next/value"),
      operation("several", {
        200: answer(ref("Answer")),
        201: answer(object({ data: ref("Cow") })),
        202: answer(ref("Answer")),
        204: { description: "" },
      }),
    ]),
    components: { schemas },
  };
  const folder = folderWith({ "openapi.yaml": stringify(document, { aliasDuplicateObjects: false }) }, afterAll);
  return generate(join(folder, "openapi.yaml"), "specs/types/openapi.yaml");
}
