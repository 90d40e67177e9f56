import postcss from "postcss";
import { expect, test } from "vitest";
import { themesWithoutScript } from "./themes-without-script.ts";

test("a rule for a theme stands once more for a document without a mark, when the reader's system has that theme", async () => {
  const css =
    ":root[data-theme='light'] a, b { color: red }\nc { color: blue }\n[data-theme=\"dark\"] d { color: green }";
  const { css: both } = await postcss([themesWithoutScript()]).process(css, { from: undefined });
  expect(both).toContain("@media (prefers-color-scheme: light)");
  expect(both).toContain(":root:not([data-theme]) a, b { color: red }");
  expect(both).toContain("@media (prefers-color-scheme: dark)");
  expect(both.match(/color: blue/g)).toHaveLength(1);
  expect(both.match(/color: red/g)).toHaveLength(2);
});
