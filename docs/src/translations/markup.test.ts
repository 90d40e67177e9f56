import { describe, expect, test } from "vitest";
import { markupFaults } from "./markup.ts";

const fence = (...lines: string[]) => ["```", ...lines, "```"].join("\n");

describe("kept is a translation with", () => {
  test.each([
    ["the same marks and code in another order", "`a` of **b** and `c`", "**bê** có `c` và `a`"],
    ["a number set in the language's own way", "1,000 in 0.5 minutes", "1.000 trong 0,5 phút"],
    ["the words of a code block translated", fence("H = a-b + c      the values"), fence("H = a-b + c      这些值")],
    ["headings and list items translated", "## One\n- two\n- three", "## Một\n- hai\n- ba"],
    ["a table's words translated", "| a | b |\n|---|---|\n| `c` | one |", "| x | y |\n|---|---|\n| `c` | một |"],
  ])("%s", (_, original, translation) => {
    expect(markupFaults(original, translation)).toEqual([]);
  });
});

describe("refused is a translation with", () => {
  test.each([
    ["a code span lost", "send `a` and `b`", "gửi `a`", 'code spans of the original: lost "`b`"'],
    ["a code span changed", "send `a-b`", "gửi `a_b`", 'lost "`a-b`", added "`a_b`"'],
    ["a code span fewer times", "`a`, `a`", "`a`", 'lost "`a`"'],
    ["another number", "at most 10 pairs", "tối đa 20 cặp", 'numbers of the original: lost "10", added "20"'],
    ["a number more", "the first", "第 1 个", 'numbers of the original: added "1"'],
    ["a bold marker lost", "**never**", "không bao giờ", 'bold markers of the original: lost "**", "**"'],
    ["italics lost", "are *expandable*", "mở rộng được", "italic markers"],
    ["another address", "see https://example.com/a", "xem https://example.org/a", "addresses of the original"],
    ["another link", "[a](#b)", "[a](#c)", "addresses of the original"],
    ["HTML", "plain", "<b>plain</b>", "HTML tags of the original"],
    ["a heading lost", "## One\ntext", "văn bản", "headings of the original"],
    ["a heading of another level", "## One", "### Một", 'headings of the original: lost "## ", added "### "'],
    ["a list item lost", "- a\n- b", "- a", "list items of the original"],
    ["a table row lost", "| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|", "table rows of the original"],
    ["a table cell lost", "| a | b |", "| a |", "table rows of the original"],
    ["a code block lost", fence("a"), "a", "code blocks of the original"],
    ["a code block's name changed", fence("H = key + ID"), fence("H = khóa + ID"), 'lost "key"'],
    ["a code block's hash changed", fence("71de43"), fence("71de44"), 'added "71de44"'],
    ["a code block's quoted text changed", fence('joined with "."'), fence('nối bằng "-"'), "words of code"],
  ])("%s", (_, original, translation, fault) => {
    expect(markupFaults(original, translation).join("\n")).toContain(fault);
  });
});
