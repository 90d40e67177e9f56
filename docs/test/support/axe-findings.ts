import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * @param tab A tab that shows a page, opened with `bypassCSP`.
 * @param theme The theme to look at it in.
 * @returns What is wrong with the page (WCAG 2.1 AA), with all that is folded away open; and that it scrolls sideways, if it does.
 */
export async function axeFindings(tab: Page, theme: "light" | "dark"): Promise<string[]> {
  if (!(await tab.evaluate(() => "axe" in globalThis))) await tab.evaluate(AXE);
  return tab.evaluate(async (chosen) => {
    document.documentElement.dataset.theme = chosen;
    for (const details of document.querySelectorAll("details")) details.open = true;
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21aa"],
      resultTypes: ["violations"],
      elementRef: false,
    });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [...found, `scrolls sideways: ${scrollWidth} in ${clientWidth}`] : found;
  }, theme);
}
