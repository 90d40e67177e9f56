import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { UnusableSpecError } from "./problem.ts";
import { readSpec, type Spec } from "./read-spec.ts";

const folder = mkdtempSync(join(tmpdir(), "read-spec-"));
const path = join(folder, "openapi.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array): Spec {
  writeFileSync(path, content);
  return readSpec(path);
}

/** @returns What is wrong with a document, a line each, without its path. */
function problemsOf(content: string | Uint8Array): string[] {
  try {
    read(content);
  } catch (error) {
    if (!(error instanceof UnusableSpecError)) throw error;
    return error.message.split("\n").map((line) => line.replace(`${path}:`, ""));
  }
  return [];
}

describe("what is read", () => {
  test("is plain data", () => {
    const { document } = read(
      'openapi: 3.1.1\npaths: { /a: { get: { responses: { "200": { description: OK } } } } }\n',
    );
    expect(document).toEqual({
      openapi: "3.1.1",
      paths: { "/a": { get: { responses: { 200: { description: "OK" } } } } },
    });
  });

  test("may be JSON", () => {
    expect(read('{"openapi": "3.1.1", "paths": {}}').document).toEqual({ openapi: "3.1.1", paths: {} });
  });

  test("may use an anchor again", () => {
    expect(read("a: &boat { name: Ada }\nb: [*boat, *boat]\n").document).toMatchObject({
      b: [{ name: "Ada" }, { name: "Ada" }],
    });
  });

  test("keeps keys with a meaning to JavaScript as its own", () => {
    const { document } = read("constructor: 1\ntoString: 2\n");
    expect(Object.entries(document)).toEqual([
      ["constructor", 1],
      ["toString", 2],
    ]);
  });
});

describe("a pointer leads to", () => {
  const text = "a:\n  b/c:\n    - d: 1\n    -   e: 2\nx: &x\n  y: 3\nz: *x\n";
  test.each([
    ["", 1, 1],
    ["/a", 1, 1],
    ["/a/b~1c", 2, 3],
    ["#/a/b~1c/1", 4, 9],
    ["/a/b~1c/1/e", 4, 9],
    ["/z/y", 6, 3],
    ["/a/b~1c/7/e", 2, 3],
    ["/nowhere", 1, 1],
  ])("%j at %i:%i", (pointer, line, column) => {
    expect(read(text).lineOf(pointer)).toEqual({ line, column });
  });
});

describe("a reference out of the document is refused", () => {
  test.each([
    "other.yaml#/a",
    "./other.yaml",
    "../secrets.yaml",
    "folder/../../secrets.yaml",
    "%2e%2e/secrets.yaml",
    "/etc/passwd",
    "file:///etc/passwd",
    "https://example.com/a.yaml",
    "//example.com/a.yaml",
    "\\\\\\\\example.com\\\\a",
    "",
  ])("as $ref %j", (target) => {
    expect(problemsOf(`a:\n  $ref: "${target}"\n`)).toEqual([
      expect.stringMatching(/^2:9: expected a reference within the document \(#\/…\), found "/),
    ]);
  });

  test.each([
    ["operationRef", "a: { operationRef: ../b.yaml }", "1:20: expected a reference within the document"],
    ["$dynamicRef", "a: { $dynamicRef: b.yaml }", "1:19: expected a reference within the document"],
    ["externalValue", "a: { externalValue: ../b.json }", "1:6: expected the example itself"],
    ["$id", "a: { $id: https://example.com/, $ref: '#/b' }", "1:6: expected no $id"],
    ["a mapping", "discriminator: { mapping: { a: ../b.yaml } }", "1:32: expected a reference within the document"],
    ["an alias", "a: &a ../b.yaml\nb: { $ref: *a }", "2:12: expected a reference within the document"],
    [
      "an alias of a mapping",
      "a: &a { b: ../b.yaml }\ndiscriminator: { mapping: *a }",
      "1:12: expected a reference within",
    ],
    [
      "a mapping to no component",
      "discriminator: { mapping: { a: Boat } }",
      "1:32: expected a reference within the document",
    ],
  ])("in %s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(problem)]);
  });

  test("and one within it isn't", () => {
    const text =
      "a: { $ref: '#/b' }\ndiscriminator: { mapping: { c: Boat, d: '#/b' } }\ncomponents: { schemas: { Boat: {} } }\n";
    expect(problemsOf(text)).toEqual([]);
  });

  test("nor is a property of that name", () => {
    expect(problemsOf("properties: { $ref: { type: string }, $id: { type: string } }")).toEqual([]);
  });
});

describe("refused, with its place, is", () => {
  const levels = (count: number) => `a: ${"[".repeat(count)}${"]".repeat(count)}`;
  const bomb = [
    "a: &a [x, x]",
    ..."bcdefg".split("").map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdef"[index]}`)}]`),
  ];

  test.each([
    ["a key that stands twice", "a: 1\nb: 2\na: 3\n", '3:1: expected each key once, found "a" again'],
    ["a number and a text that make one key", '200: 1\n"200": 2\n', '2:1: expected each key once, found "200" again'],
    ["__proto__", "a:\n  __proto__: { admin: true }\n", "2:3: expected another key"],
    ["a merge key", "a: &a { b: 1 }\nc:\n  <<: *a\n", "3:3: expected no merge key"],
    ["a custom tag", "a: !js/function 'x'\n", "1:4: expected valid YAML: Unresolved tag"],
    ["an anchor within itself", "a: &a\n  b: [*a]\n", "2:7: expected an alias of something that it doesn't stand in"],
    ["an alias without an anchor", "a: *b\n", "1:4: expected an anchor &b before its alias"],
    ["an alias before its anchor", "a: *b\nb: &b 1\n", "1:4: expected an anchor &b before its alias"],
    ["an anchor that grows without bound", `${bomb.join("\n")}\n`, "1:1: expected at most 100 uses of an anchor"],
    ["a second document", "a: 1\n---\nb: 2\n", "2:1: expected valid YAML"],
    ["a list at the root", "- a\n", "1:1: expected a mapping at the document's root"],
    ["nothing", "", "1:1: expected a mapping at the document's root"],
    ["broken YAML", "a: [1\n", "expected valid YAML"],
    ["deep nesting", levels(201), "expected at most 200 levels of nesting"],
    ["nesting without end", levels(100_000), "expected valid YAML"],
    ["a key that isn't text", "? [a, b]\n: 1\n", "expected valid YAML"],
    ["text in another encoding", new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe]), "1:1: expected UTF-8 text"],
    ["a file without end", new Uint8Array(16 * 1024 * 1024 + 1), "it has 16777217 bytes, more than 16777216"],
  ])("%s", (_, content, problem) => {
    expect(problemsOf(content)[0]).toContain(problem);
  });

  test("each of several problems", () => {
    expect(problemsOf("a: { $ref: b.yaml }\na: 1\n__proto__: 1\n")).toHaveLength(3);
  });

  test("a link to another folder", () => {
    const inside = join(folder, "inside");
    mkdirSync(inside);
    writeFileSync(join(folder, "secrets.yaml"), "a: 1\n");
    symlinkSync(join(folder, "secrets.yaml"), join(inside, "openapi.yaml"));
    expect(() => readSpec(join(inside, "openapi.yaml"))).toThrow("it is a link to another folder");
  });

  test.each([
    ["a file that isn't there", join(folder, "missing.yaml")],
    ["a folder", folder],
  ])("%s", (_, missing) => {
    expect(() => readSpec(missing)).toThrow(`${missing}:1:1: expected a readable file`);
  });
});
