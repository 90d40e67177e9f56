import { readFileSync } from "node:fs";
import { join } from "node:path";
import { childPointer, entriesOf } from "@customer-clients/scripts/src/spec/pointer.ts";
import { expect, inject, test } from "vitest";
import { plainText } from "../../src/site/markdown.ts";
import { pathOf } from "../../src/site/paths.ts";
import { PROVIDERS, specOf } from "../../src/spec/specs.ts";
import { words } from "../../src/words/words.ts";
import { pagesIn } from "../support/pages.ts";

/** Leaves that say something to the tools alone; a reader sees what they do. */
const FOR_TOOLS = [
  /^\/openapi$/,
  /\/\$ref$/,
  /\/operationId$/,
  // A name in PascalCase, which the client's own name is made of: it stands in the samples.
  /^\/x-client\/name$/,
  // How a field is listed, marked or typed: the tests of these say how it is shown.
  /\/required(\/\d+)?$/,
  /\/type(\/\d+)?$/,
  /\/(x-source|x-sensitive|deprecated|in|uniqueItems)$/,
  /^\/info\/license\/identifier$/,
];

/** A page's text as a reader has it: without elements, entities resolved, white space as one space. */
function textOf(html: string): string {
  const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'" };
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<\/?(p|div|li|td|th|dt|dd|pre|h[1-6]|br|ul|ol|summary|details)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#?\w+);/g, (whole, name) => entities[name] ?? whole)
    .replace(/\s+/g, " ");
}

function* leavesOf(value: unknown, pointer = ""): Generator<[string, unknown]> {
  if (typeof value === "object" && value !== null) {
    for (const [key, child] of entriesOf(value)) yield* leavesOf(child, childPointer(pointer, key));
  } else yield [pointer, value];
}

const WORDS: Readonly<Record<string, string>> = words("en").reference;

/** What of a leaf is to be read on a page: a text as a reader has it, a limit with its word, a value as it is. */
function readable(pointer: string, value: unknown): string[] {
  const [, keyword = ""] = /\/([^/]+)$/.exec(pointer) ?? [];
  if (pointer.includes("/value/")) return [String(value)];
  if (/\/(description|summary|steps\/\d+)$/.test(pointer)) return String(value).split("```").flatMap(blocksOf);
  // A limit of 1 has to stand as a limit: the figure alone is on every page.
  if (/\/schema/.test(pointer) && LIMITS.test(keyword))
    return [`${WORDS[keyword]} ${keyword === "default" ? JSON.stringify(value) : value}`];
  return [String(value)];
}

const LIMITS = /^(m(in|ax)(imum|Length|Items|Properties)|default|pattern)$/;

/** The lines of code, and the paragraphs and cells of what is around it. */
function blocksOf(part: string, index: number): string[] {
  if (index % 2 === 1) return part.split("\n");
  const blocks = part.split(/\n{2,}|\n(?=[-|#])/).filter((block) => !/^[|\s-]*$/.test(block));
  return blocks.flatMap((block) => plainText(block.replace(/^[|\s-]+|[|\s]+$/g, "")).split("|"));
}

test.each(PROVIDERS)("every leaf of %s's spec can be read on one of its pages", (provider) => {
  const { folder } = inject("site");
  const text = pagesIn(folder)
    .filter(({ place }) => place.startsWith(`${provider}/`))
    .map(({ html }) => textOf(html))
    .join(" ");
  const missing = [...leavesOf(specOf(provider).document)].flatMap(([pointer, value]) => {
    if (FOR_TOOLS.some((pattern) => pattern.test(pointer)) && !pointer.includes("/value/")) return [];
    const texts = readable(pointer, value).map((word) => word.replace(/\s+/g, " ").trim());
    const lost = texts.filter((word) => !text.includes(word) && !text.includes(JSON.stringify(word).slice(1, -1)));
    return lost.map((word) => `${pointer}: ${word}`);
  });
  expect(missing).toEqual([]);
});

test.each(PROVIDERS)("every key of %s's spec that names something can be read on one of its pages", (provider) => {
  const { folder } = inject("site");
  const text = pagesIn(folder)
    .filter(({ place }) => place.startsWith(`${provider}/`))
    .map(({ html }) => textOf(html))
    .join(" ");
  const names = [...leavesOf(specOf(provider).document)].flatMap(([pointer]) =>
    [...pointer.matchAll(/\/(?:properties|paths|schemas|securitySchemes|responses|headers|content)\/([^/]+)/g)].map(
      ([, name = ""]) => name.replaceAll("~1", "/").replaceAll("~0", "~"),
    ),
  );
  // A shared response is shown where it is used, under its status: its own name is the spec's alone.
  const shared = Object.keys(
    (specOf(provider).document as { components?: { responses?: object } }).components?.responses ?? {},
  );
  const sharedHeaders = Object.keys(
    (specOf(provider).document as { components?: { headers?: object } }).components?.headers ?? {},
  );
  const hidden = new Set([...shared, ...sharedHeaders]);
  expect([...new Set(names)].filter((name) => !hidden.has(name) && !text.includes(name))).toEqual([]);
});

test("the file of each language says the language", () => {
  const { folder } = inject("site");
  for (const [language, path] of [
    ["en", ""],
    ["zh-CN", "zh-cn"],
    ["vi", "vi"],
  ] as const) {
    expect(pathOf(language, "", "/")).toBe(path === "" ? "/" : `/${path}/`);
    expect(readFileSync(join(folder, path, "index.html"), "utf8")).toContain(`<html lang="${language}"`);
  }
});
