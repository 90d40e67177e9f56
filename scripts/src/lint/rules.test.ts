import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { outlineOf } from "../spec/outline.ts";
import { readSpec } from "../spec/read-spec.ts";
import { rules } from "./rules/index.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const good = fixture("good.yaml");
const folder = mkdtempSync(join(tmpdir(), "rules-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** @returns What all rules find in a document: which rule, the text of the line, and what is said. */
function lint(text: string): { rule: string; line: string; message: string }[] {
  const path = join(folder, "openapi.yaml");
  writeFileSync(path, text);
  const { document, lineOf } = readSpec(path);
  const lines = text.split("\n");
  return Object.entries(rules).flatMap(([name, rule]) =>
    [...rule(outlineOf(document))].map(({ pointer, message }) => ({
      rule: name,
      line: lines[lineOf(pointer).line - 1] as string,
      message,
    })),
  );
}

interface Case {
  readonly from: string;
  readonly to: string;
  readonly line: string;
  readonly says: string;
}

const cases: Record<string, Case[]> = parse(fixture("broken.yaml"));

describe("the rules", () => {
  test("find nothing in a good document", () => {
    expect(lint(good)).toEqual([]);
  });

  test("are all tried", () => {
    expect(Object.keys(cases).sort()).toEqual(Object.keys(rules).sort());
  });
});

describe.each(Object.entries(cases))("%s alone finds something when", (rule, replacements) => {
  test.each(replacements)("$from becomes $to", ({ from, to, line, says }) => {
    expect(lint(good.replace(from, () => to))).toEqual([
      { rule, line: expect.stringContaining(line), message: expect.stringContaining(says) },
    ]);
  });
});
