import { join } from "node:path";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { folderWith } from "../testing/folder.ts";
import { generate } from "./generate.ts";

test("reads anyOf beside properties as a further condition, not as an alternative", async () => {
  expect(
    await typeOf({
      type: "object",
      properties: { email: { type: "string" }, phone: { type: "string" } },
      anyOf: [
        { required: ["email"], properties: { email: { type: "string" } } },
        { required: ["phone"], properties: { phone: { type: "string" } } },
      ],
    }),
  ).toBe("{ email?: string; phone?: string; } & ({ email: string; } | { phone: string; });");
});

test("lets an object of which nothing is said have any members", async () => {
  expect(await typeOf({ type: "object" })).toBe("Record<string, unknown>;");
});

test("keeps what has a default optional: a default is for the server", async () => {
  expect(await typeOf({ type: "object", properties: { page: { type: "integer", default: 1 } } })).toBe(
    "{ /** @default 1 */ page?: number; };",
  );
});

test("says where a field is known from, if not from the provider's documentation", async () => {
  const properties = { phone: { type: "string", description: "A phone number.", "x-source": "inferred" } };
  expect(await typeOf({ type: "object", properties })).toContain(
    "* @description A phone number. * (Inferred; the provider doesn't say so.)",
  );
});

test("opens an enum of answers that may be null", async () => {
  expect(await typeOf({ type: ["string", "null"], enum: ["a", "b", null] })).toBe('"a" | "b" | (string & {}) | null;');
});

test("leaves an enum of numbers closed", async () => {
  expect(await typeOf({ enum: [1, 2] })).toBe("1 | 2;");
});

/** @returns The type of an answer's schema, with all white space as single spaces. */
async function typeOf(schema: object): Promise<string> {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/It" } } };
  const document = {
    openapi: "3.1.1",
    info: { title: "One schema", version: "1" },
    "x-client": { name: "One", envelope: { value: "", success: { absent: "/error" } } },
    paths: {
      "/it": {
        get: {
          operationId: "getIt",
          "x-client": { method: "it.get" },
          responses: { 200: { description: "It.", content } },
        },
      },
    },
    components: { schemas: { It: schema } },
  };
  const folder = folderWith({ "openapi.yaml": stringify(document) });
  const { files } = await generate(join(folder, "openapi.yaml"), "specs/one/openapi.yaml");
  const text = (files.get("schema.ts") as string).replace(/\s+/g, " ");
  return text.slice(text.indexOf(" It: ") + " It: ".length, text.indexOf(" }; responses:"));
}
