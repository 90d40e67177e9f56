import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { specDiffCommand } from "./command.ts";

const old = `openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      parameters: [{ name: petId, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: The pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
    put:
      operationId: updatePet
      parameters: [{ name: petId, in: path, required: true, schema: { type: string } }]
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
      responses:
        "204": { description: Done. }
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: { type: string }
        tag: { type: string }
`;

const broken = old.replace("required: [name]", "required: [name, tag]");

interface Ran {
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
}

async function run(files: Readonly<Record<string, string>>, ...commandLine: string[]): Promise<Ran> {
  const workspace = folderWith(files);
  let printed = "";
  let errors = "";
  const code = await specDiffCommand(
    commandLine.map((argument) => (argument in files ? join(workspace, argument) : argument)),
    {
      workspace,
      output: { print: (text) => (printed += text), printError: (text) => (errors += text) },
      color: false,
      now: () => 0,
    },
  );
  return { code, printed, errors: errors.replaceAll(`${workspace}/`, "") };
}

function compare(revision: string, ...commandLine: string[]): Promise<Ran> {
  return run({ "old.yaml": old, "new.yaml": revision }, "--files", "old.yaml", "new.yaml", ...commandLine);
}

describe("--files", () => {
  test("gives one entry with one finding, and what is demanded isn't held against anything", async () => {
    const { code, printed, errors } = await compare(broken, "--format", "json");
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const review = JSON.parse(printed);
    expect(Object.keys(review)).toEqual(["providers"]);
    expect(review.providers).toHaveLength(1);
    expect(review.providers[0]).toMatchObject({
      bump: "major",
      changeset: { declared: "none", required: "none", ok: true },
      findings: [
        {
          breaking: true,
          surface: "both",
          operations: [
            { operationId: "getPet", direction: "answer" },
            { operationId: "updatePet", direction: "request" },
          ],
          message: "`updatePet` now requires `tag`: callers that leave it out compile no more",
          witness: { direction: "request", operationId: "updatePet", before: "valid" },
        },
      ],
    });
  });

  test("fails on a break where it is told to, and only then", async () => {
    expect((await compare(broken, "--fail-on", "breaking")).code).toBe(1);
    expect((await compare(old, "--fail-on", "breaking")).code).toBe(0);
    const wider = old.replace("tag: { type: string }", "tag: { type: string }\n        age: { type: integer }");
    expect((await compare(wider, "--fail-on", "breaking")).code).toBe(0);
  });

  test("takes JSON too, and finds nothing where only the writing differs", async () => {
    const { parse } = await import("yaml");
    const json = JSON.stringify(parse(old), null, 1);
    const { code, printed } = await run(
      { "old.yaml": old, "new.json": json },
      "--files",
      "old.yaml",
      "new.json",
      "--json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(printed).providers[0]).toMatchObject({ bump: "none", findings: [] });
  });

  test.each([
    ["a document that doesn't parse", `${old}  x: [\n`, /^new\.yaml:\d+:\d+: expected valid YAML/],
    [
      "another version of OpenAPI",
      old.replace("openapi: 3.1.1", 'swagger: "2.0"'),
      /^new\.yaml:1:1: expected openapi: 3\.1\.x or 3\.0\.x, found swagger: "2\.0"\n$/,
    ],
    ["what is no OpenAPI document", "a: 1\n", /^new\.yaml:1:1: expected openapi: 3\.1\.x or 3\.0\.x, found none\n$/],
    ["an empty file", "", /^new\.yaml:1:1: expected a mapping/],
    ["a list", "[1]\n", /^new\.yaml:1:1: expected a mapping/],
    ["a key that sets a prototype", `${old}__proto__: {}\n`, /^new\.yaml:28:1: expected another key/],
    [
      "a reference out of the document",
      old.replace("#/components/schemas/Pet", "other.yaml"),
      /^new\.yaml:11:\d+: expected a reference within/,
    ],
  ])("refuses %s, with its place", async (_, text, message) => {
    const { code, printed, errors } = await compare(text, "--json");
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(errors).toMatch(message);
  });

  test("reads a document of OpenAPI 3.0 as what it is in 3.1", async () => {
    const before = old.replace("3.1.1", "3.0.3");
    const after = before.replace("tag: { type: string }", "tag: { type: string, nullable: true }");
    const { code, printed } = await run({ "a.yaml": before, "b.yaml": after }, "--files", "a.yaml", "b.yaml", "--json");
    expect(code).toBe(0);
    const [finding] = JSON.parse(printed).providers[0].findings;
    expect(finding).toMatchObject({ breaking: true, pointer: "/components/schemas/Pet/properties/tag/type" });
    expect(finding.witness.payload).toMatchObject({ tag: null });
  });

  test("refuses a file that isn't there", async () => {
    const { code, errors } = await run({ "old.yaml": old }, "--files", "old.yaml", "nowhere.yaml");
    expect(code).toBe(2);
    expect(errors).toMatch(/^nowhere\.yaml:1:1: expected a readable file/);
  });
});

describe("the command", () => {
  test("says how it is used", async () => {
    expect(await run({}, "--help")).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^Usage: pnpm spec-diff/),
    });
  });

  test.each([
    [["--format", "xml"], 'expected --format to be one of text, json, markdown, github, found "xml"'],
    [["--nothing"], "Unknown option '--nothing'"],
    [["--files", "one.yaml"], "expected two documents behind --files, found 1"],
    [["one.yaml"], 'expected no argument without --files, found "one.yaml"'],
    [["--fail-on", "anything"], 'expected --fail-on breaking, found "anything"'],
    [["--files", "a", "b", "--base", "main"], "expected --files without --base and --changelog"],
    [["--json", "--format", "text"], "expected --json or another --format, not both"],
  ])("refuses %j", async (commandLine, message) => {
    const { code, printed, errors } = await run({}, ...commandLine);
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(errors).toContain(message);
  });
});

test("a document whose every name is out to do harm is compared all the same", async () => {
  const names = [
    "__proto__x",
    "constructor",
    'a"b',
    "a'b",
    "a`b",
    `\${a}`,
    "*/ x",
    "a\\nb",
    "a\\",
    "toString",
    "_Value",
    "{}",
    "{s}",
    "日本",
    " ",
  ];
  const document = (type: string) => ({
    openapi: "3.1.0",
    info: { title: "::error::x", version: "1" },
    paths: Object.fromEntries(
      names.map((name, index) => [
        `/${encodeURIComponent(name)}/{p}`,
        {
          post: {
            operationId: name,
            parameters: [
              { name: "p", in: "path", required: true, schema: { type: "string" } },
              { name, in: "query", schema: { type } },
            ],
            requestBody: {
              required: true,
              content: {
                "application/json": {
                  schema: { type: "object", properties: { [name]: { type }, [`${name}2`]: { type: "string" } } },
                },
              },
            },
            responses: {
              200: {
                description: name,
                content: { "application/json": { schema: { $ref: `#/components/schemas/S${index}` } } },
              },
            },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        names.map((name, index) => [`S${index}`, { type: "object", properties: { [name]: { type } } }]),
      ),
    },
  });
  const files = { "old.json": JSON.stringify(document("string")), "new.json": JSON.stringify(document("boolean")) };
  const { code, printed, errors } = await run(files, "--files", "old.json", "new.json", "--json");
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  const { findings } = JSON.parse(printed).providers[0];
  // A query parameter, a property of the body and one of the answer of each.
  expect(findings.filter(({ surface }: { surface: string }) => surface === "both")).toHaveLength(names.length * 3);
});
