import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { inBrowser } from "../support/in-browser.ts";
import { pagesIn } from "../support/pages.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1400, 900, 375];
const THEMES = ["light", "dark"] as const;

/** How many tabs work at a time: as many as a small machine has cores. */
const TABS = 2;

inBrowser(
  "no page has a finding of axe (WCAG 2.1 AA) or scrolls sideways, light or dark, at any width",
  async ({ open }) => {
    const queue = pagesIn(inject("site").folder).map(({ place }) => place);
    const findings: string[] = [];
    const work = async (tab: Page) => {
      for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
        await tab.goto(place);
        await tab.evaluate(AXE);
        for (const width of WIDTHS) {
          await tab.setViewportSize({ width, height: 900 });
          for (const theme of THEMES) {
            findings.push(...(await findingsOf(tab, theme)).map((finding) => `${place} ${theme} ${width}: ${finding}`));
          }
        }
      }
    };
    await Promise.all(
      Array.from({ length: TABS }, async () => work(await open({ bypassCSP: true, reducedMotion: "reduce" }))),
    );
    expect(findings).toEqual([]);
  },
  1_800_000,
);

/** What is wrong with the page that a tab shows, with all that is folded away open. */
async function findingsOf(tab: Page, theme: string): Promise<string[]> {
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
