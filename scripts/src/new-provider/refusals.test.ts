import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FIXTURES, makeFrom, newWorkspace } from "../testing/new-provider.ts";
import { newProviderCommand } from "./command.ts";

const minimal = `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /a: { get: { operationId: a, responses: { "204": { description: Done. } } } }\n`;

test.each([
  ["no name", [], minimal, "expected one name of lower-case letters"],
  ["a name that leaves the folder", ["../a"], minimal, "expected one name of lower-case letters"],
  ["a name with capitals", ["Shop"], minimal, "expected one name of lower-case letters"],
  ["two names", ["a", "b"], minimal, "expected one name"],
  ["a name that is taken", ["first"], minimal, "there is a specs/first"],
  ["a name that is no provider's", ["core"], minimal, "expected another name than core and sandbox"],
  ["a title that is no identifier", ["a", "--title", "A {}"], minimal, "expected a title in Pascal case"],
  ["an unknown option", ["a", "--force"], minimal, "--force"],
  ["another version", ["a"], minimal.replace("3.1.0", "3.2.0"), "expected OpenAPI 3.0 or 3.1, found 3.2.0"],
  ["Swagger", ["a"], `swagger: "2.0"\ninfo: {}\npaths: {}\n`, "expected OpenAPI 3.0 or 3.1, found 2.0"],
  ["what isn't YAML", ["a"], "{", "expected YAML or JSON"],
  ["a list", ["a"], "[]", "expected a mapping"],
  [
    "a reference by HTTP",
    ["a"],
    `${minimal}components: { schemas: { A: { $ref: "https://evil.example/a.yaml" } } }`,
    "expected a reference to a YAML or JSON file",
  ],
  [
    "a reference to another kind of file",
    ["a"],
    `${minimal}components: { schemas: { A: { $ref: "./secret" } } }`,
    "expected a reference to a YAML or JSON file",
  ],
  [
    "a reference out of the folder",
    ["a"],
    `${minimal}components: { schemas: { A: { $ref: "../outside.yaml" } } }`,
    "expected a reference that doesn't leave the document's folder",
  ],
  [
    "a document without a method",
    ["a"],
    minimal.replace("get:", "trace:"),
    "expected at least one operation that can be a method",
  ],
])("refuses %s, and makes nothing", async (_what, commandLine, text, message) => {
  const { code, errors, workspace } = await makeFrom(
    { "folder/main.yaml": text, "outside.yaml": "{}" },
    ...commandLine,
  );
  expect(errors).toContain(message);
  expect(code).toBe(2);
  expect(readdirSync(workspace).sort()).toEqual(["packages", "specs"]);
  expect(readdirSync(join(workspace, "specs"))).toEqual(["first"]);
  expect(readdirSync(join(workspace, "packages"))).toEqual(["first"]);
});

test("leaves nothing behind when its last step fails", async () => {
  const workspace = newWorkspace();
  // A folder can't be put where another one has come to be in the meantime.
  const output = { print: () => undefined, printError: () => undefined };
  const making = newProviderCommand(["shop", "--from", join(FIXTURES, "shop.yaml")], workspace, output);
  mkdirSync(join(workspace, "packages/shop/src"), { recursive: true });
  await expect(making).rejects.toThrow();
  expect(existsSync(join(workspace, "specs/shop"))).toBe(false);
  expect(readdirSync(workspace).sort()).toEqual(["packages", "specs"]);
});
