import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { inBrowser } from "../support/in-browser.ts";
import { pagesIn } from "../support/pages.ts";

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
        if (queue.length % 50 === 0) process.stderr.write(`${queue.length} pages left for axe\n`);
        await tab.goto(place);
        for (const width of WIDTHS) {
          await tab.setViewportSize({ width, height: 900 });
          for (const theme of THEMES) {
            findings.push(
              ...(await axeFindings(tab, theme)).map((finding) => `${place} ${theme} ${width}: ${finding}`),
            );
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
