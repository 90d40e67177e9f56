import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { glossaryFaults, readGlossary } from "./glossary.ts";

const glossary = new Map([
  ["sign key", { "zh-CN": ["签名密钥"] }],
  ["customer", { "zh-CN": ["客户", "顾客"] }],
]);

test.each([
  ["the term's word", "A sign key", "签名密钥"],
  ["one of several words", "All customers", "全部顾客"],
  ["the English term itself, a name", "S = customer", "S = customer"],
  ["no term in the original", "A `customer` or a customer-id", "代码"],
])("right is %s", (_, original, translation) => {
  expect(glossaryFaults(glossary, "zh-CN", original, translation)).toEqual([]);
});

test("a translation without a term's word is refused, whatever the original's case, breaks and plurals", () => {
  expect(glossaryFaults(glossary, "zh-CN", "Sign\n keys of Customers", "密钥")).toEqual([
    'expected 签名密钥 for "sign key", as in glossary.yaml',
    'expected 客户 or 顾客 for "customer", as in glossary.yaml',
  ]);
});

test("a language that the glossary has no word of is let be", () => {
  expect(glossaryFaults(glossary, "vi", "customer", "x")).toEqual([]);
});

test("each term of the glossary has a word in each language", () => {
  for (const [term, words] of readGlossary()) {
    expect([term, words["zh-CN"]?.length, words.vi?.length]).toEqual([term, expect.any(Number), expect.any(Number)]);
  }
});

const guides = join(import.meta.dirname, "../content/docs");

test.each(["guides", "zh-cn/guides", "vi/guides"])(
  "the glossary of %s has the same words for the same terms",
  (folder) => {
    const page = readFileSync(join(guides, folder, "glossary.mdx"), "utf8");
    const rows = [...page.matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|/gm)];
    const shared = rows.flatMap(([, term = "", chinese = "", vietnamese = ""]) => {
      const right = readGlossary().get(term);
      return right ? [{ term, right, shown: { "zh-CN": chinese, vi: vietnamese } }] : [];
    });
    expect(shared.length).toBeGreaterThan(10);
    const differing = shared.flatMap(({ term, right, shown }) =>
      (["zh-CN", "vi"] as const)
        .filter((language) => !right[language]?.some((word) => shown[language].includes(word)))
        .map((language) => `${term}: ${shown[language]}`),
    );
    expect(differing).toEqual([]);
  },
);
