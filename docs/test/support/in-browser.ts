import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { test as base, inject } from "vitest";
import { launch } from "./chromium.ts";

/**
 * A test in Chromium, with
 * - `open(options)`: opens a tab with a profile of its own, 1400 px wide and light unless told otherwise; addresses in it are relative to
 *   the site, `page.goto("asiabill/")`;
 * - `page`: such a tab;
 * - `browser`: the one browser of the file's tests.
 *
 * Where there is no Chromium it is skipped.
 */
export const inBrowser = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern what a fixture needs.
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }): Promise<Browser | undefined> => {
    const { path } = inject("chromium");
    if (path === undefined) return undefined;
    const browser = await launch(path);
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("open", async ({ browser, skip }, { onCleanup }) => {
    if (!browser) return skip("no Chromium here");
    const { url } = inject("site");
    const contexts: { close(): Promise<void> }[] = [];
    onCleanup(async () => {
      for (const context of contexts) await context.close();
    });
    return async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width: 1400, height: 1000 },
        colorScheme: "light",
        ...options,
      });
      contexts.push(context);
      return context.newPage();
    };
  })
  .extend("page", async ({ open }): Promise<Page> => open());
