import { gzipSync } from "node:zlib";
import { startSandbox } from "@customer-clients/sandbox/node";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { inBrowser } from "../support/in-browser.ts";
import { operationOf, operations } from "../support/operations.ts";
import { openRunPanel } from "../support/run-panel.ts";

const providers = [...new Set(operations.map(({ provider }) => provider))];

/** All that a page asks for, and what it writes to its console. */
function watch(page: Page): { readonly requests: string[]; readonly messages: string[] } {
  const requests: string[] = [];
  const messages: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  return { requests, messages };
}

describe("An operation is run in its page:", () => {
  inBrowser.for(operations)("$name", async ({ place }, { page }) => {
    const { requests, messages } = watch(page);
    const panel = await openRunPanel(page, place);
    expect(await panel.run()).toBe("value");
    expect(await panel.status.textContent()).toMatch(/ 20\d\.$/);
    expect(requests.filter((url) => !url.startsWith(inject("site").url))).toEqual([]);
    expect(messages).toEqual([]);
  });

  inBrowser.for(operations)("$name, with a fault", async ({ place }, { page }) => {
    const panel = await openRunPanel(page, place);
    await panel.root.locator("#run-fault").selectOption("wrong-key");
    expect(await panel.run()).toBe("error");
    expect(await panel.result()).toMatch(/^AuthenticationError: /);
  });

  inBrowser.for(providers)("what is created with %s is there on the next page", async (provider, { page }) => {
    const create = await openRunPanel(page, operationOf(provider, "customers.create").place);
    expect(await create.run()).toBe("value");
    const created = JSON.parse(await create.result());
    const get = await openRunPanel(page, operationOf(provider, "customers.get").place);
    const id = await get.root.locator("input").first().inputValue();
    expect(Object.values(created)).toContain(id);
    expect(await get.run()).toBe("value");
    expect(Object.values(JSON.parse(await get.result()))).toContain(id);
    const list = await openRunPanel(page, operationOf(provider, "customers.list").place);
    await list.run();
    expect(await list.result()).toContain(id);
  });
});

describe("The panel", () => {
  const { place } = operationOf("asiabill", "customers.create");

  inBrowser("is loaded on a click only, and has at most 60 kB", async ({ page }) => {
    const loaded: Promise<number>[] = [];
    await page.goto(place, { waitUntil: "networkidle" });
    page.on("response", (response) => loaded.push(response.body().then((body) => gzipSync(body).length)));
    expect(await page.locator("run-operation").evaluate((element) => element.childElementCount)).toBe(2);
    await page.locator("run-operation > .run-open").click();
    await page.locator(".run-panel").waitFor();
    const bytes = (await Promise.all(loaded)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
  });

  inBrowser("shows the request as it goes out, what is signed in it, and the answer", async ({ page }) => {
    const panel = await openRunPanel(page, place);
    await panel.run();
    const [request = "", signed = "", signature = "", answer = ""] = await panel.root
      .locator(".run-output details:not(:first-child) pre")
      .allTextContents();
    const [, requestId = ""] = /^request-id: (.*)$/m.exec(request) ?? [];
    const [, time = ""] = /^request-time: (.*)$/m.exec(request) ?? [];
    expect(request).toMatch(/^POST \/V2022-03\/customers\n/);
    expect(signed).toBe(`10000001${requestId}${time}.${request.split("\n\n")[1]}`);
    expect(request).toContain(`sign-info: ${signature}`);
    expect(JSON.parse(answer)).toMatchObject({ code: "00000" });
  });

  inBrowser("masks a key that is a part of what is signed", async ({ page }) => {
    const panel = await openRunPanel(page, operationOf("finan", "customers.list").place);
    await panel.run();
    expect(await panel.root.locator(".pieces").textContent()).toMatch(/^•+_GET_/);
    expect(await panel.root.locator(".run-output").textContent()).not.toContain("finan-sandbox-secret");
  });

  inBrowser("says what is wrong with the input, and where, and runs it only if it is meant", async ({ page }) => {
    const panel = await openRunPanel(page, operationOf("finan", "customers.create").place);
    const body = panel.root.locator("textarea");
    await body.fill('{"general_info":');
    expect(await panel.root.locator(".run-problem:visible").textContent()).toMatch(/isn't JSON/);
    const input = structuredClone(operationOf("finan", "customers.create").call.examples[0].input.body);
    (input as { general_info: { type: string } }).general_info.type = "robot";
    await body.fill(JSON.stringify(input));
    expect(await panel.root.locator(".run-problem:visible").textContent()).toBe(
      "general_info.type: expected one of personal, company",
    );
    expect(await body.getAttribute("aria-invalid")).toBe("true");
    await panel.root.getByRole("button", { name: "Run", exact: true }).click();
    expect(await body.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await panel.root.locator(".run-output").evaluate((element) => element.childElementCount)).toBe(0);
    await panel.root.getByRole("button", { name: "Run it as it is" }).click();
    await panel.root.locator(".run-output[data-outcome=error]").waitFor();
    expect(await panel.result()).toMatch(/^InvalidRequestError: Finan 104000: general_info.type/);
  });

  inBrowser("starts over", async ({ page }) => {
    const panel = await openRunPanel(page, place);
    await panel.run();
    const { customerId } = JSON.parse(await panel.result());
    await panel.root.getByRole("button", { name: "Start over" }).click();
    await panel.status.filter({ hasText: "forgotten" }).waitFor();
    const list = await openRunPanel(page, operationOf("asiabill", "customers.list").place);
    await list.run();
    expect(await list.result()).not.toContain(customerId);
  });

  inBrowser("shows a fault's attempts, and when the client tries again", async ({ page }) => {
    const panel = await openRunPanel(page, operationOf("asiabill", "customers.list").place);
    await panel.root.locator("#run-fault").selectOption("rate-limit");
    await panel.root.locator("#run-once").check();
    expect(await panel.run()).toBe("value");
    expect(await panel.status.textContent()).toContain("Attempts: 2.");
    expect(await panel.root.locator(".run-output").textContent()).toContain("The client tries again after 1000 ms.");
  });

  const faults = {
    "rate-limit": "RateLimitError",
    "server-error": "ServerError",
    timeout: "TimeoutError",
    reset: "ConnectionError",
    "reset-after": "ConnectionError",
    "cut-off": "ConnectionError",
    html: "InvalidResponseError",
    clock: "ClockSkewError",
    rewritten: "AuthenticationError",
  };
  inBrowser("has a choice of faults, each with the client's error", async ({ page }) => {
    const panel = await openRunPanel(page, place);
    for (const [fault, name] of Object.entries(faults)) {
      await panel.root.locator("#run-fault").selectOption(fault);
      expect(await panel.run()).toBe("error");
      expect(await panel.result()).toMatch(new RegExp(`^${name}: `));
    }
  });

  inBrowser("keeps a key that is typed nowhere but in memory", async ({ page }) => {
    const { requests, messages } = watch(page);
    const typed = "typed-key-1f6b";
    const panel = await openRunPanel(page, place);
    await panel.root.getByText("Keys", { exact: true }).click();
    await panel.root.locator("#run-key-signKey").fill(typed);
    expect(await panel.run()).toBe("value");
    const places = await page.evaluate(() => [
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
      document.cookie,
      location.href,
      JSON.stringify(history.state),
    ]);
    expect(places[0]).toContain("cus_");
    expect([...places, ...requests, ...messages].join("\n")).not.toContain(typed);
    expect(await panel.root.locator(".run-output").textContent()).not.toContain(typed);
    await panel.root.locator("#run-key-signKey").fill("");
    await panel.root.getByRole("button", { name: "Run", exact: true }).click();
    await panel.root.getByText("signKey: is required").waitFor();
    const again = await openRunPanel(page, place);
    expect(await again.root.locator("#run-key-signKey").inputValue()).toBe("asiabill-sandbox-sign-key");
  });

  inBrowser("shows the call as a program for a sandbox of one's own, as it is edited", async ({ page }) => {
    const panel = await openRunPanel(page, operationOf("finan", "customers.get").place);
    await panel.root.locator("input").first().fill("a-b-c");
    await panel.root.getByText("Against a sandbox of your own").click();
    await panel.root.getByLabel("Base URL").fill("http://127.0.0.1:9/open");
    const program = await panel.root.locator("details", { hasText: "Base URL" }).locator("pre").last().textContent();
    expect(program).toContain('baseUrl: "http://127.0.0.1:9/open"');
    expect(program).toContain('await finan.customers.get("a-b-c")');
  });

  inBrowser("runs the call against a sandbox of one's own, once that lets the page in", async ({ page }) => {
    const { origin } = new URL(inject("site").url);
    const own = await startSandbox({ allowOrigin: origin });
    try {
      const panel = await openRunPanel(page, place);
      await panel.root.getByText("Against a sandbox of your own").click();
      expect(await panel.root.locator("details").last().textContent()).toContain(`--allow-origin ${origin}`);
      await panel.root.getByLabel("Base URL").fill(own.urls.asiabill);
      await panel.root.getByRole("button", { name: "Run it there" }).click();
      await panel.root.locator(".run-output[data-outcome=value]").waitFor();
      expect(own.requests).toMatchObject([{ operation: "createCustomer", status: 200 }]);
    } finally {
      await own.close();
    }
    await openRunPanel(page, place);
    await page.getByText("Against a sandbox of your own").click();
    await page.getByLabel("Base URL").fill(own.urls.asiabill);
    await page.getByRole("button", { name: "Run it there" }).click();
    await page.locator(".run-output[data-outcome=error]", { hasText: "ConnectionError" }).waitFor();
  });

  inBrowser("says so when it can't be loaded, and can be tried again", async ({ page }) => {
    const data = /\/run\/[a-z]+\.json$/;
    await page.route(data, (route) => route.abort());
    await page.goto(place);
    const button = page.locator("run-operation > .run-open");
    await button.click();
    await page.locator("run-operation > [role=status]", { hasText: "This couldn't be loaded" }).waitFor();
    await page.unroute(data);
    await button.click();
    await page.locator(".run-panel").waitFor();
    expect(await page.locator("run-operation > [role=status]").textContent()).toBe("");
  });

  inBrowser("is worked by keyboard, and gives the focus back", async ({ page }) => {
    await page.goto(place);
    await page.locator("run-operation > .run-open").focus();
    await page.keyboard.press("Enter");
    await page.locator(".run-panel").waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("run-title");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.locator(".run-panel").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("run-open");
  });

  inBrowser.for([
    ["zh-cn/", "在本页运行"],
    ["vi/", "Chạy ngay trong trang này"],
  ] as const)("speaks the page's language under %s", async ([path, title], { page }) => {
    const panel = await openRunPanel(page, path + place);
    expect(await panel.root.locator("h2").textContent()).toBe(title);
    expect(await panel.run()).toBe("value");
  });

  inBrowser.for(providers)("of %s has no finding of axe when it is open, at any width", async (provider, { open }) => {
    const tab = await open({ bypassCSP: true });
    const panel = await openRunPanel(tab, operationOf(provider, "customers.list").place);
    await panel.run();
    const findings: string[] = [];
    for (const width of [1400, 900, 375]) {
      await tab.setViewportSize({ width, height: 900 });
      for (const theme of ["light", "dark"] as const) {
        findings.push(...(await axeFindings(tab, theme)).map((finding) => `${theme} ${width}: ${finding}`));
      }
    }
    expect(findings).toEqual([]);
  });
});
