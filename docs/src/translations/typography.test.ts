import { describe, expect, test } from "vitest";
import { typographyFaults } from "./typography.ts";

describe("well set is", () => {
  test.each([
    ["zh-CN", "请求的 `request-id` 为 10 位（SDK）：`a`，不得重复。\n\n- 第一项\n- 第二项"],
    ["zh-CN", "1. 第一步\n2. [第二步](#第二步)。"],
    ["zh-CN", "## 规则\n**没有更新**：见\n\n```\nH = 这些值, 10\n```"],
    ["zh-CN", "| `a` | 含义 |\n|---|---|\n| `b` | 错误，一般 |"],
    ["vi", "Khóa ký, quý khách: thủy, hòa; `a b` (1)…"],
    ["vi", "Một dòng\ndài hơn."],
  ])("%s: %j", (language, text) => {
    expect(typographyFaults(language, "", text)).toEqual([]);
  });
});

describe("refused is", () => {
  test.each([
    ["no space beside Latin", "zh-CN", "客户ID", "a space between Chinese and Latin letters"],
    ["no space beside code", "zh-CN", "发送`a`", "a space between Chinese and Latin letters"],
    ["no space beside a number", "zh-CN", "10分钟", "a space between Chinese and Latin letters"],
    ["half-width punctuation", "zh-CN", "客户, 卡片", "full-width punctuation"],
    ["half-width brackets", "zh-CN", "客户(推断)", "full-width punctuation"],
    ["a half-width full stop", "zh-CN", "客户.", "full-width punctuation"],
    ["a space after full-width punctuation", "zh-CN", "客户， 卡片", "no space next to full-width punctuation"],
    ["a line break within a paragraph", "zh-CN", "客户\n卡片", "a paragraph on one line"],
    ["a tone mark on the second vowel", "vi", "khoá", "the tone mark on the first vowel"],
    ["a space before punctuation", "vi", "khóa ;", "no space before punctuation"],
    ["two spaces", "vi", "khóa  ký", "one space between words"],
    ["decomposed letters", "vi", "khóa".normalize("NFD"), "composed letters"],
  ])("%s", (_, language, text, fault) => {
    expect(typographyFaults(language, "", text).join("\n")).toContain(fault);
  });
});

test("the provider's own words in the original stay", () => {
  expect(typographyFaults("vi", "First name (名).", "Tên.")).toEqual(["expected the provider's own words 名"]);
  expect(typographyFaults("vi", "First name (名).", "Tên (名).")).toEqual([]);
});
