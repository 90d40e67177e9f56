// The site's texts say the same in every language: the same code, the same sections, at the same addresses.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { blocksOf } from "../examples/blocks.ts";
import { languages, root, sitePages, translationOf, translations } from "../examples/documents.ts";

const textOf = (page: string) => readFileSync(join(root, page), "utf8");

test("there are translations of the pages that there are, and of all of them", () => {
  const expected = languages.flatMap((language) => sitePages.map((page) => translationOf(page, language)));
  expect(sitePages.length).toBeGreaterThan(10);
  expect(translations).toEqual(expected.sort());
});

describe.each(languages)("in %s", (language) => {
  test.each(sitePages)("%s has the code of the English page", (page) => {
    expect(codeOf(translationOf(page, language))).toEqual(codeOf(page));
  });

  test.each(sitePages)("%s has the sections of the English page, with its anchors", (page) => {
    const sections = headingsOf(textOf(page)).map(({ level, text }) => ({ level, anchor: anchorOf(text) }));
    const translated = headingsOf(textOf(translationOf(page, language)));
    expect(translated.map(({ level, anchor }) => ({ level, anchor }))).toEqual(sections);
  });
});

function codeOf(page: string): (readonly string[])[] {
  return blocksOf(page, textOf(page)).map(({ language, mark, code }) => [language, mark, code]);
}

/** The headings of a text, each with the anchor that is written behind it. */
function headingsOf(markdown: string): { level: number; text: string; anchor: string | undefined }[] {
  const headings = markdown.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^(#+) (.*?)(?: \{#(.*)\})?$/gm);
  return [...headings].map(([, marks = "", text = "", anchor]) => ({ level: marks.length, text, anchor }));
}

/** The anchor that a heading has by itself. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}
