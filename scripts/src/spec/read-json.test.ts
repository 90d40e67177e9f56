import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readJson } from "./read-json.ts";
import { readSpec } from "./read-spec.ts";

const folder = mkdtempSync(join(tmpdir(), "read-json-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = ` \r\n{ "openapi": "3.1.1",\n\t"paths": { "/a~b": [ { "d": "x: \\"y\\"" }, 2,\n [true, null] ], "\\u0061": {} }, "z": 1e3 }\n`;
const pointers = [
  "",
  "/openapi",
  "/paths",
  "/paths/~1a~0b/0/d",
  "/paths/~1a~0b/1",
  "/paths/~1a~0b/2/1",
  "/paths/a",
  "/z/9",
];

describe("a JSON document", () => {
  test("is read as the YAML parser reads it, each part at the same place", () => {
    const json = join(folder, "json.yaml");
    const yaml = join(folder, "yaml.yaml");
    writeFileSync(json, text);
    writeFileSync(yaml, `${text}# A comment, which JSON has none of.\n`);
    const [one, other] = [readSpec(json), readSpec(yaml)];
    expect(readJson(text)).toBeDefined();
    expect(one.document).toEqual(other.document);
    expect(pointers.map((pointer) => one.lineOf(pointer))).toEqual(pointers.map((pointer) => other.lineOf(pointer)));
  });

  test.each([
    ["a key that stands twice", '{ "a": 1, "b": { "c": 1, "c": 2 } }'],
    ["a key that stands twice, spelt in two ways", '{ "a": 1, "\\u0061": 2 }'],
    ["a reference out of the document", '{ "a": { "$ref": "other.json" } }'],
    ["a prototype", '{ "a": { "__proto__": {} } }'],
    ["a list", "[1]"],
    ["no JSON", '{ "a": 1,'],
    ["nesting without end", `${'{"a":'.repeat(300)}1${"}".repeat(300)}`],
  ])("is left to the guard where it has %s", (_, suspect) => {
    expect(readJson(suspect)).toBeUndefined();
  });
});
