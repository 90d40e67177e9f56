import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { inBrowser } from "../support/in-browser.ts";
import { pagesIn } from "../support/pages.ts";

/** The most that an operation's page may load at first, gzipped, in bytes. */
const MOST = 70_000;

/** How many tabs work at a time: as many as a small machine has cores. */
const TABS = 2;

interface Visit {
  /** Requests that left the site, and errors that a page reported. */
  readonly trouble: readonly string[];
  /** What each page loaded, itself included: addresses within the site. */
  readonly loaded: ReadonlyMap<string, readonly string[]>;
}

/** Opens each of the pages, and waits until it has nothing to do. */
async function visit(tabs: readonly Page[], places: readonly string[]): Promise<Visit> {
  const { url } = inject("site");
  const queue = [...places];
  const trouble: string[] = [];
  const loaded = new Map<string, readonly string[]>();
  const work = async (tab: Page) => {
    tab.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(url) && !/^(?:data|blob):/.test(address))
        trouble.push(`${tab.url()} asks for ${address}`);
    });
    // What its policy refuses says so here, and so does a file that isn't there.
    tab.on("console", (message) => {
      if (message.type() === "error") trouble.push(`${tab.url()} says ${message.text()}`);
    });
    tab.on("pageerror", (error) => trouble.push(`${tab.url()} fails: ${error.message}`));
    for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
      await tab.goto(place);
      const names = await tab.evaluate(async () => {
        await new Promise((resolve) => requestIdleCallback(resolve));
        return performance.getEntriesByType("resource").map(({ name }) => name);
      });
      loaded.set(
        place,
        [tab.url(), ...names].filter((name) => name.startsWith(url)).map((name) => name.slice(url.length)),
      );
    }
  };
  await Promise.all(tabs.map(work));
  return { trouble, loaded };
}

inBrowser(
  "no page asks for anything outside the site, or reports an error; none is heavy",
  async ({ open }) => {
    const { folder } = inject("site");
    const places = pagesIn(folder).map(({ place }) => place);
    const tabs = await Promise.all(Array.from({ length: TABS }, () => open()));
    const { trouble, loaded } = await visit(tabs, places);
    expect(trouble).toEqual([]);

    const sizes = new Map<string, number>();
    const sizeOf = (name: string) => {
      const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
      const size = sizes.get(file) ?? gzipSync(readFileSync(join(folder, file))).length;
      sizes.set(file, size);
      return size;
    };
    const operations = [...loaded].filter(([place]) => place.includes("/operations/"));
    expect(operations.length).toBeGreaterThan(0);
    const weights = operations.map(([place, names]) => ({
      place,
      bytes: [...new Set(names)].reduce((sum, name) => sum + sizeOf(name), 0),
    }));
    const heaviest = weights.reduce((most, each) => (each.bytes > most.bytes ? each : most));
    console.info(`the heaviest operation's page, ${heaviest.place}, loads ${heaviest.bytes} bytes at first, gzipped`);
    expect(weights.filter(({ bytes }) => bytes > MOST)).toEqual([]);
  },
  900_000,
);

inBrowser("nor does a page by Redoc", async ({ page }) => {
  const { folder } = inject("site");
  const places = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("redoc.html"),
  );
  expect(places.length).toBeGreaterThan(0);
  expect((await visit([page], places)).trouble).toEqual([]);
  await page.getByText("Worth knowing").first().waitFor();
});

inBrowser("a script that isn't the site's own is refused", async ({ page }) => {
  await page.goto("asiabill/");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    document.head.append(script);
    return "ran" in globalThis;
  });
  expect(ran).toBe(false);
});

inBrowser("a request to another host is refused by the page itself", async ({ page }) => {
  await page.goto("asiabill/");
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        fetch("https://example.com/").catch(() => undefined);
      }),
  );
  expect(refused).toBe("connect-src");
});
