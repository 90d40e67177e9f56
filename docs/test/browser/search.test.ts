import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { inBrowser } from "../support/in-browser.ts";

/** Types into the search of a page. @returns The addresses found, within the site. */
async function search(page: Page, place: string, query: string): Promise<string[]> {
  await page.goto(place);
  await page.keyboard.press("Control+k");
  await page.locator("site-search input").fill(query);
  const links = page.locator("site-search ol a");
  await links.first().waitFor();
  return links.evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href).pathname.slice(1)));
}

describe("The search finds an operation", () => {
  inBrowser("by its path", async ({ page }) => {
    expect(await search(page, "", "/V2022-03/customers")).toContain("asiabill/operations/create-customer/");
    expect(await search(page, "", "/v1/customers/{customerId}/sources")).toContain(
      "pingxx/operations/list-customer-sources/",
    );
  });

  inBrowser("by the name of a field", async ({ page }) => {
    expect(await search(page, "", "contact_persons")).toContain("finan/operations/create-customer/");
    expect(await search(page, "", "pageIndex")).toContain("asiabill/operations/list-customers/");
  });

  inBrowser("by the client's method", async ({ page }) => {
    expect(await search(page, "", "customers.sources.create")).toContain("pingxx/operations/create-customer-source/");
  });

  inBrowser("by a Chinese word inside a sentence, on an English page and on a Chinese one", async ({ page }) => {
    expect(await search(page, "", "分页")).toContain("asiabill/operations/list-customers/");
    expect(await search(page, "", "创建客户")).toContain("asiabill/operations/create-customer/");
    expect(await search(page, "zh-cn/", "创建")).toContain("zh-cn/asiabill/operations/create-customer/");
  });

  inBrowser("by a Vietnamese word, with its accents or without", async ({ page }) => {
    const wanted = "vi/finan/operations/create-customer/";
    expect(await search(page, "vi/", "khách hàng")).toContain(wanted);
    expect(await search(page, "vi/", "khach hang")).toContain(wanted);
  });
});

describe("The search", () => {
  inBrowser("says that it found nothing, and follows its first result on Enter", async ({ page }) => {
    await page.goto("");
    await page.locator("site-search .open").click();
    const input = page.locator("site-search input");
    await input.fill("ωωω");
    await page.getByText("Nothing found.").waitFor();
    await input.fill("contact_persons");
    const first = page.locator("site-search ol a").first();
    const href = await first.getAttribute("href");
    await input.press("ArrowDown");
    expect(await first.evaluate((link) => link === document.activeElement)).toBe(true);
    await input.focus();
    await input.press("Enter");
    await page.waitForURL((url) => url.pathname === new URL(href ?? "", url).pathname);
  });

  inBrowser("tells pages of one name apart", async ({ page }) => {
    await search(page, "", "/V2022-03/customers");
    await page.getByText("AsiaBill · POST /V2022-03/customers").first().waitFor();
  });

  inBrowser("loads nothing until it is opened", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("asiabill/", { waitUntil: "networkidle" });
    expect(asked.filter((url) => url.includes("/pagefind/"))).toEqual([]);
  });
});
