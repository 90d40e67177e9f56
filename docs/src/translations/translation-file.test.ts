import { join } from "node:path";
import { folderWith } from "@customer-clients/scripts/src/testing/folder.ts";
import { expect, test } from "vitest";
import { readTranslations } from "./translation-file.ts";

test("a translation has its English, its text and, where it is the provider's own, its source", () => {
  const file = read(
    "/info/title:\n  en: A title\n  vi: Một tiêu đề\n/a~1b/0:\n  en: B\n  vi: Bê\n  source: provider\n",
  );
  expect([...file.translations]).toEqual([
    ["/info/title", { original: "A title", text: "Một tiêu đề" }],
    ["/a~1b/0", { original: "B", text: "Bê", source: "provider" }],
  ]);
  expect(file.lineOf("/a~1b/0")).toEqual({ line: 4, column: 1 });
});

test("a text that stands in several places is written once, under an anchor", () => {
  const file = read("/a: &a\n  en: A\n  vi: Á\n/b: *a\n");
  expect(file.translations.get("/b")).toEqual({ original: "A", text: "Á" });
});

test.each([
  [
    "a key that stands twice",
    "/a: { en: A, vi: B }\n/a: { en: A, vi: C }\n",
    '2:1: expected each key once, found "/a"',
  ],
  [
    "an unknown field",
    "/a: { en: A, vi: B, note: C }\n",
    '1:1: /a: expected only the fields en, vi, source, found "note"',
  ],
  ["another language's text", "/a: { en: A, zh-CN: B }\n", "1:1: /a: expected a text under vi"],
  ["no English", "/a: { vi: B }\n", "1:1: /a: expected a text under en"],
  ["an empty text", '/b: { en: A, vi: B }\n/a: { en: A, vi: " " }\n', "2:1: /a: expected a text under vi"],
  ["a number", "/a: { en: A, vi: 1 }\n", "1:1: /a: expected a text under vi"],
  ["another source", "/a: { en: A, vi: B, source: me }\n", '1:1: /a: expected no source but "provider"'],
  ["a text alone", "/a: B\n", "1:1: /a: expected the fields en and vi"],
  ["a key that is no pointer", "info/title: { en: A, vi: B }\n", "1:1: info/title: expected a JSON pointer"],
  ["broken YAML", "/a: [\n", "expected valid YAML"],
])("refused, with its place, is %s", (_, text, problem) => {
  expect(() => read(text)).toThrow(problem);
});

test("each of several problems is named", () => {
  expect(() => read("/a: B\n/c: D\n")).toThrow(/vi\.yaml:1:1: \/a: .*\n.*vi\.yaml:2:1: \/c: /);
});

function read(text: string) {
  return readTranslations(join(folderWith({ "vi.yaml": text }), "vi.yaml"), "vi");
}
