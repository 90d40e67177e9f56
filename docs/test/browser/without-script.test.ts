import { expect, inject } from "vitest";
import { inBrowser } from "../support/in-browser.ts";
import { pagesIn } from "../support/pages.ts";

inBrowser(
  "all text of an operation can be read without a script",
  async ({ open }) => {
    const places = pagesIn(inject("site").folder).flatMap(({ place }) =>
      place.includes("/operations/") ? [place] : [],
    );
    expect(places.length).toBeGreaterThan(0);
    const [plain, scripted] = [await open({ javaScriptEnabled: false }), await open()];
    for (const place of places) {
      await plain.goto(place);
      await scripted.goto(place);
      const [without, withScript] = [await readableIn(plain), await readableIn(scripted)];
      expect(without, place).toEqual(withScript);
      expect(without.join(" ").length, place).toBeGreaterThan(1000);
    }
  },
  300_000,
);

inBrowser("each sample can be chosen without a script", async ({ open }) => {
  const page = await open({ javaScriptEnabled: false });
  await page.goto("asiabill/operations/create-customer/");
  const panels = page.locator(".samples .panel");
  const labels = page.locator(".samples label");
  expect(await panels.count()).toBe(await labels.count());
  for (let index = 0; index < (await panels.count()); index++) {
    await labels.nth(index).click();
    for (let other = 0; other < (await panels.count()); other++) {
      expect(await panels.nth(other).isVisible()).toBe(other === index);
    }
  }
});

inBrowser("without a script the theme is the reader's own", async ({ open }) => {
  const backgrounds = [];
  for (const colorScheme of ["light", "dark"] as const) {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open({ colorScheme, javaScriptEnabled });
      await page.goto("asiabill/operations/create-customer/");
      const colours = await page
        .locator("body, .expressive-code pre, .type")
        .evaluateAll((found) =>
          found
            .slice(0, 3)
            .map((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element).color]),
        );
      backgrounds.push(JSON.stringify(colours));
    }
  }
  const [light, lightPlain, dark, darkPlain] = backgrounds;
  expect(lightPlain).toBe(light);
  expect(darkPlain).toBe(dark);
  expect(dark).not.toBe(light);
});

/** The text of what a reader can make visible: all but what is for the eye of a machine. */
async function readableIn(page: import("playwright-core").Page): Promise<string[]> {
  const blocks = page.locator("main .reference :is(h2, h3, p, li, dt, dd, td, pre, .text, summary)");
  return blocks.allTextContents();
}
