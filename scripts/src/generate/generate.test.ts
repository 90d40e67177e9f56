import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { COMPILERS, compile } from "../testing/compile.ts";
import { generate } from "./generate.ts";

const pets = join(import.meta.dirname, "fixtures/pets.yaml");
const { files, notes } = await generate(pets, "specs/pets/openapi.yaml");
const operations = files.get("operations.ts") as string;
const schema = files.get("schema.ts") as string;

test("declares a type for each schema, and for each query, body and answer without a schema of its own", () => {
  expect(
    between(operations, "import type {", "/** The names"),
  ).toBe(`import type { components, operations } from "./schema.ts";

/** A pet. */
export type Pet = components["schemas"]["Pet"];
export type PetCreate = components["schemas"]["PetCreate"];
export type PetAnswer = components["schemas"]["PetAnswer"];
export type PetListAnswer = components["schemas"]["PetListAnswer"];
export type Range = components["schemas"]["Range"];
/** What went wrong. */
export type Error = components["schemas"]["Error"];

/** The query of \`pets.list\`. */
export type ListPetsQuery = NonNullable<operations["listPets"]["parameters"]["query"]>;
/** The query of \`pets.toys.replace\`. */
export type ReplaceToyQuery = NonNullable<operations["replaceToy"]["parameters"]["query"]>;
/** The body of \`pets.toys.replace\`. */
export type ReplaceToyBody =
  NonNullable<operations["replaceToy"]["requestBody"]>["content"]["application/x-www-form-urlencoded"];
/** The answer of \`pets.toys.replace\`. */
export type ReplaceToyAnswer = operations["replaceToy"]["responses"][200]["content"]["application/json"];

`);
});

test("describes the provider", () => {
  expect(between(operations, "/** The names", "/** What `pets.list`")).toBe(`/** The names of the provider's hosts. */
export type Environment = "live" | "local";

/** What the operations share. */
export const provider: ProviderDescriptor = {
  name: "Pets",
  environments: { live: "https://api.pets.example/v1", local: "http://localhost:8080" },
  envelope: { value: ["data"], code: ["code"], requestId: "x-request-id", success: byCode(/^0$/) },
  errors: [
    [/^\\d+ 7$/, ConflictError],
    [/^\\d+ 9/u, ServerError],
  ],
  query: nested,
  signingHeaders: ["x-signature", "x-time"],
  clockToleranceMs: 30000,
  sensitive: ["name"],
};

`);
});

test("describes each operation that has a method", () => {
  expect(
    between(operations, "/** What `pets.list`", "/** The methods of"),
  ).toBe(`/** What \`pets.list\` sends, and how its answer is read. */
export const listPets: ListDescriptor<NumberPaging> = {
  name: "pets.list",
  method: "GET",
  path: "/pets",
  headers: ["x-time"],
  page: { parameter: "page", items: ["data", "list"], last: ["data", "last"] },
};

/** What \`pets.create\` sends, and how its answer is read. */
export const createPet: OperationDescriptor = {
  name: "pets.create",
  method: "POST",
  path: "/pets",
  body: "application/vnd.pets+json",
  bodyRequired: true,
  headers: ["x-time"],
};

/** What \`pets.toys.replace\` sends, and how its answer is read. */
export const replaceToy: OperationDescriptor = {
  name: "pets.toys.replace",
  method: "PUT",
  path: "/pets/{pet_id}/toys/{number}",
  body: "application/x-www-form-urlencoded",
  write: form,
  value: [],
};

/** What \`pets.toys.delete\` sends, and how its answer is read. */
export const deleteToy: OperationDescriptor = {
  name: "pets.toys.delete",
  method: "DELETE",
  path: "/pets/{pet_id}/toys/{number}",
  empty: true,
};

/** Every operation. */
export const descriptors: readonly OperationDescriptor[] = [listPets, createPet, replaceToy, deleteToy];

`);
});

test("documents a method with what the spec says of it", () => {
  expect(between(operations, "  /**\n   * List the pets", "  /**\n   * Create")).toBe(`  /**
   * List the pets
   *
   * Gives one page of them.
   *
   * @param query - What is asked for.
   *   \`page\`: The page, from 1.
   *   \`born\`: When.
   * @param options - Options of this call.
   * @throws ApiError when the provider reports an error: What went wrong.
   * @see https://docs.pets.example/list
   */
  list(query?: ListPetsQuery, options?: CallOptions): PageList<Pet>;
`);
});

test("puts path parameters first, then the body, then the query, under names that TypeScript can have", () => {
  expect(operations).toContain(`  replace(
    petId: string,
    number: number,
    body: ReplaceToyBody | undefined,
    query: ReplaceToyQuery,
    options?: CallOptions,
  ): Promise<ReplaceToyAnswer>;
`);
});

test("makes the methods, nested as their names are", () => {
  expect(
    operations.slice(operations.indexOf("export function methods")),
  ).toBe(`export function methods(exchange: Exchange): PetsClient {
  return {
    pets: {
      list: (query, options) => list(exchange, listPets, byNumber, { query }, options),
      create: (body, options) => call(exchange, createPet, { body }, options),
      toys: {
        replace: (petId, number, body, query, options) =>
          call(exchange, replaceToy, { path: { pet_id: petId, number }, body, query }, options),
        delete: (petId, number, options) => call(exchange, deleteToy, { path: { pet_id: petId, number } }, options),
      },
    },
  };
}
`);
});

test("leaves what the client sets itself out of the types", () => {
  expect(schema).not.toContain("X-Time");
  expect(schema).toContain(`"Accept-Language"?: string;`);
});

test("moves the error branch of a success answer to the default answer", () => {
  const answer = between(schema, "  createPet: {", "  replaceToy: {");
  expect(answer).toContain(`"application/json": components["schemas"]["PetAnswer"];`);
  expect(answer.slice(answer.indexOf("default:"))).toContain(`"application/json": components["schemas"]["Error"];`);
});

test("opens an enum that is only in answers, and notes one that is in requests too", () => {
  expect(schema).toContain(`mood?: "calm" | "wild" | (string & {});`);
  expect(schema).toContain(`kind: "cat" | "dog";`);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatch(/pets\.yaml:105:9: note: this enum is in requests and in answers/);
});

test("gives the same bytes again", async () => {
  expect((await generate(pets, "specs/pets/openapi.yaml")).files).toEqual(files);
});

test("gives the same bytes whatever the machine's language, time zone and folder are", () => {
  const script = `import { generate } from ${JSON.stringify(join(import.meta.dirname, "generate.ts"))};
    const { files } = await generate(${JSON.stringify(pets)}, "specs/pets/openapi.yaml");
    process.stdout.write(JSON.stringify([...files]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: tmpdir(),
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Pacific/Chatham" },
  });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([...files]);
});

test.each(Object.keys(COMPILERS))("gives modules that %s accepts, and that catch a caller's mistakes", (compiler) => {
  const usage = readFileSync(join(import.meta.dirname, "fixtures/pets-usage.ts.txt"), "utf8");
  expect(compile(compiler, { ...Object.fromEntries(files), "usage.ts": usage })).toBe("");
});

function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  return text.slice(start, text.indexOf(to, start + 1));
}
