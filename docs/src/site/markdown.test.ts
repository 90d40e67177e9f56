import { expect, test } from "vitest";
import { headingsOf, plainText, renderLine, renderMarkdown } from "./markdown.ts";

const place = { language: "en", level: 2, prefix: "", original: "" } as const;

test("what looks like HTML in a text stays text, and a link can't run anything", () => {
  expect(renderMarkdown("<img src=x onerror=alert(1)>", place)).not.toContain("<img");
  expect(renderLine("[x](javascript:alert(1))", place)).not.toContain("href");
  expect(renderMarkdown('```\n</code><script>alert("x")</script>\n```', place)).not.toContain("<script>");
});

test("a heading is as deep as its place, and a translated one has the original's id", () => {
  const original = "## The rule\ntext\n## The rule";
  expect(renderMarkdown("## 规则\n文字\n## 规则", { ...place, language: "zh-CN", original, prefix: "sign-" })).toBe(
    '<h3 id="sign-the-rule">规则</h3>\n<p>文字</p>\n<h3 id="sign-the-rule-2">规则</h3>\n',
  );
  expect(headingsOf(original, { level: 1, prefix: "" })).toEqual([
    { depth: 2, slug: "the-rule", text: "The rule" },
    { depth: 2, slug: "the-rule-2", text: "The rule" },
  ]);
});

test("what scrolls sideways can be reached by keyboard", () => {
  expect(renderMarkdown("```\na\n```", place)).toContain('<pre tabindex="0">');
  expect(renderMarkdown("| a |\n|---|\n| b |", place)).toContain('<div class="scrolls" tabindex="0"><table>');
});

test("plain text has the words alone", () => {
  expect(plainText("Creates a *customer* with `email`.\n\n- one\n- [two](https://example.com)")).toBe(
    "Creates a customer with email. one two",
  );
});
