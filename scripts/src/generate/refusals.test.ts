import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { generate } from "./generate.ts";

const pets = readFileSync(join(import.meta.dirname, "fixtures/pets.yaml"), "utf8");

/** What is changed in the fixture, what into, what is said of it, and which line that is said of, if not that of the change. */
type Refusal = readonly [what: string, from: string, to: string, message: string, place?: string];

// biome-ignore format: a table is read by its rows.
const refusals: readonly Refusal[] = [
  ["another version of OpenAPI", "openapi: 3.1.1", "openapi: 3.0.3", "expected openapi: 3.1.x, found 3.0.3"],
  ["a reference that leaves the document", "#/components/schemas/Range", "../../../etc/passwd#/x", "expected a reference within the document"],
  ["a reference by HTTP", "#/components/schemas/Range", "https://pwned.example/x.yaml", "expected a reference within the document"],
  ["a reference that leads nowhere", "#/components/schemas/Range", "#/components/schemas/Nothing", "expected a $ref into this document"],
  ["a reference to a part of a schema", "#/components/schemas/Range", "#/components/schemas/Pet/allOf/1", "expected a $ref to a component"],
  ["a reference to an inherited member", "#/components/schemas/Range", "#/constructor", "expected a $ref to a component"],
  ["__proto__ as a key", "    Range:", "    __proto__: {}\n    Range:", "__proto__"],
  ["a schema that hides others in it", "      description: A pet.", "      description: A pet.\n      $defs: {}", "expected a schema in components.schemas", "      allOf:"],
  ["an operationId that stands twice", "operationId: createPet", "operationId: listPets", "expected an operationId of its own, found the one of GET /pets"],
  ["an operationId that is no identifier", "operationId: createPet", `operationId: "x = 1; y"`, 'expected a name such as createCustomer that isn\'t a word of the language, found "x = 1; y"'],
  ["an operationId that is a word of the language", "operationId: createPet", "operationId: delete", "isn't a word of the language"],
  ["an operationId that every object has", "operationId: createPet", "operationId: constructor", "isn't a word of the language"],
  ["an operationId that the module uses itself", "operationId: createPet", "operationId: provider", "provider already belongs to the generated module itself", "    post:"],
  ["a schema with the name of something else", "    Range:", "    PetsClient: {}\n    Range:", "expected a name for the client that isn't taken: PetsClient already belongs to the schema PetsClient", "x-client:"],
  ["a schema with a name of the language", "    Range:", "    Promise: {}\n    Range:", "Promise already belongs to the generated module itself"],
  ["a schema whose name is no identifier", "    Range:", `    "Range = any; //": {}\n    Range:`, "expected a name in Pascal case, such as Customer"],
  ["a client's name that is no identifier", "  name: Pets", `  name: "Pets {}"`, "expected a name in Pascal case"],
  ["a method that makes the client awaitable", "method: pets.create", "method: pets.then", `that isn't "then", found "then"`],
  ["a method that every object has", "method: pets.create", "method: pets.constructor", 'found "constructor"'],
  ["a group that would set a prototype", "method: pets.create", "method: __proto__.create", 'found "__proto__"'],
  ["a method with code in its name", "method: pets.create", `method: "pets.a() {}; b"`, "expected a name such as create"],
  ["a method without a group", "method: pets.create", "method: create", "expected a group and a method"],
  ["a method in a place that is taken", "method: pets.create", "method: pets.list", "pets.list belongs to the operation on line 22"],
  ["a method where a group is", "method: pets.create", "method: pets.toys", "pets.toys.replace belongs to the operation on line 38", "method: pets.toys.replace"],
  ["an unknown security in the address", "url: https://api.pets.example/v1/", "url: http://api.pets.example/v1/", "expected an https URL"],
  ["a user name in the address", "url: https://api.pets.example/v1/", "url: https://me@api.pets.example/", "expected an https URL"],
  ["an environment that every object has", "environment: live", "environment: toString", "expected a name such as create"],
  ["a link that runs code", "https://docs.pets.example/list", "javascript:alert(1)", "expected a link that starts with https:// or http://"],
  ["a code without quotes", `code: "7"`, "code: 7", "expected a code in quotes"],
  ["an unknown error class", "kind: ConflictError", "kind: TeapotError", "expected kind to be one of"],
  ["two rules in one", `code: "7"`, `code: "7", status: 409`, "expected exactly one of code, pattern and status"],
  ["a broken pattern", `pattern: "^9"`, `pattern: "^("`, "expected a regular expression"],
  ["a pattern that may be anywhere in a code", `pattern: "^9"`, `pattern: "9"`, "expected a pattern that starts with ^"],
  ["a success without a rule", `success: { codes: ["0"] }`, "success: {}", "expected exactly one of codes, pattern and absent"],
  ["a value that isn't in the answer", "value: /data\n", "value: /dada\n", "expected /dada to be a property of the success answer's schema", 'schema: { oneOf: [{ $ref: "#/components/schemas/PetAnswer'],
  ["items that aren't in the answer", "items: /data/list", "items: /data/lost", "expected /data/lost to be a property"],
  ["items that are no list", "items: /data/list", "items: /data/last", "expected a pointer to an array with items"],
  ["a page parameter that isn't there", "parameter: page,", "parameter: site,", 'expected a query parameter of this operation (page, born), found "site"'],
  ["a list that doesn't say where it ends", ", last: /data/last", "", "expected last, or total and size"],
  ["a path parameter that isn't declared", "name: pet_id, in: path", "name: id, in: path", "expected {id} in the path /pets/{pet_id}/toys/{number}"],
  ["a path parameter of another style", "name: pet_id, in: path,", "name: pet_id, in: path, style: matrix,", "expected style simple"],
  ["a path parameter that is an object", "description: Id of the pet., schema: { type: string }", "schema: { type: object }", "expected a path parameter of type string, integer or number"],
  ["a parameter in a cookie", "name: page, in: query", "name: page, in: cookie", "expected a parameter in the path, the query or a header"],
  ["a query parameter of another style", "style: deepObject", "style: pipeDelimited", "expected style form or deepObject, not pipeDelimited, for the query parameter born"],
  ["an object in a query without brackets", "in: query, style: deepObject", "in: query", "expected style deepObject, as its value is an object, for the query parameter born"],
  ["an array in a query with commas", "schema: { type: integer } }\n        - { name: born", "explode: false, schema: { type: array } }\n        - { name: born", "expected explode: true"],
  ["an array in brackets", `style: deepObject, description: When., schema: { $ref: "#/components/schemas/Range" }`, "style: deepObject, schema: { type: array }", "an array has no agreed form in deepObject"],
  ["a parameter with content", "in: query, style: deepObject, description: When., schema", "in: query, content: {}, schema", "expected a parameter with a schema"],
  ["a required header that nobody sets", "name: Accept-Language, in: header", "name: Accept-Language, in: header, required: true", "expected the header Accept-Language to be optional"],
  ["a body that is neither JSON nor a form", "application/vnd.pets+json", "multipart/form-data", 'expected a body as JSON or as application/x-www-form-urlencoded, found "multipart/form-data"', "content:\n          application/vnd"],
  ["a body that fetch can't send", "      operationId: listPets\n", "      operationId: listPets\n      requestBody: { content: {} }\n", "expected no body: fetch sends none with GET", "      summary: List the pets"],
  ["an object in a form without brackets", "            encoding: { size: { style: deepObject } }\n", "", "expected encoding with style deepObject, as its value is an object, for the form field size", "schema: { type: object, properties: { size"],
  ["an answer that isn't JSON", "content: { application/json: { schema: { type: object, required: [toy]", "content: { text/csv: { schema: { type: object, required: [toy]", "expected a JSON answer"],
  ["an operation without a success", `"204": { description: Gone. }`, `"400": { description: Wrong. }`, "expected a success answer", "    delete:"],
  ["a method that HTTP clients don't send", "    post:", "    trace:", "expected one of get, post, put, patch, delete"],
];

for (const [what, from, to, message, place = from] of refusals) {
  test(`refuses ${what}`, async () => {
    const changed = pets.replace(from, () => to);
    expect(changed).not.toBe(pets);
    const line = pets.slice(0, pets.indexOf(place)).split("\n").length;
    const file = join(folderWith({ "openapi.yaml": changed }), "openapi.yaml");
    await expect(generate(file, "specs/pets/openapi.yaml")).rejects.toMatchObject({
      name: "UnusableSpecError",
      problems: [{ file, line, message: expect.stringContaining(message) }],
    });
  });
}
