import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { axeFindings } from "../support/axe-findings.ts";
import { DOCS } from "../support/build-site.ts";
import { inBrowser } from "../support/in-browser.ts";

const vectors = (provider: string) =>
  JSON.parse(readFileSync(join(DOCS, "../packages", provider, "src/vectors.fixture.json"), "utf8"));

interface Filled {
  readonly request?: string;
  readonly key?: string;
  readonly ownString?: string;
}

async function openWorkbench(page: Page, provider: string, { request, key, ownString }: Filled = {}): Promise<void> {
  await page.goto(`${provider}/workbench/`);
  await page.locator(".workbench-output > *").first().waitFor();
  if (request !== undefined) await page.locator("#workbench-request").fill(request);
  if (key !== undefined) await page.locator("#workbench-key").fill(key);
  if (ownString !== undefined) await page.locator("#workbench-string").fill(ownString);
}

const verdict = (page: Page, text: string) => page.locator(".verdict", { hasText: text }).first().waitFor();

describe("The workbench", () => {
  inBrowser.for(["asiabill", "finan", "pingxx", "lumyri"])(
    "of %s begins with an example that is right",
    async (provider, { page }) => {
      const outside: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(inject("site").url)) outside.push(request.url());
      });
      await openWorkbench(page, provider);
      await verdict(page, "is right");
      expect(outside).toEqual([]);
    },
  );

  inBrowser("agrees with AsiaBill's vectors", async ({ page }) => {
    const { computed } = vectors("asiabill");
    const headers = Object.entries(computed.headers).map(([name, value]) => `${name}: ${value}`);
    await openWorkbench(page, "asiabill", { key: computed.signKey });
    for (const { method, pathParams, query, body, stringToSign, signInfo } of computed.requests) {
      const path = ["/V2022-03/customers", ...Object.values(pathParams)].join("/");
      const search = new URLSearchParams(query).toString();
      const request = [
        `${method} ${path}${search && `?${search}`}`,
        ...headers,
        `sign-info: ${signInfo}`,
        "",
        body ?? "",
      ];
      await page.locator("#workbench-string").fill(stringToSign);
      await page.locator("#workbench-request").fill(request.join("\n"));
      await page.locator(".due", { hasText: signInfo }).waitFor();
      expect(await page.locator(".pieces").textContent()).toBe(stringToSign);
      expect(await page.locator(".verdict").allTextContents()).toEqual([
        "Your signature is right.",
        "Your canonical string is the right one.",
      ]);
    }
  });

  inBrowser("agrees with Ping++'s vectors, by the public key", async ({ page }) => {
    const { publicKey, requests } = vectors("pingxx");
    await openWorkbench(page, "pingxx", { key: publicKey });
    for (const { method, requestTarget, headers, body, stringToSign } of requests) {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      await page.locator("#workbench-request").fill([`${method} ${requestTarget}`, ...lines, "", body].join("\n"));
      await page.locator(".pieces", { hasText: requestTarget + headers["Pingplusplus-Request-Timestamp"] }).waitFor();
      await verdict(page, "Your signature is right.");
      expect(await page.locator(".pieces").textContent()).toBe(stringToSign);
    }
  });

  inBrowser("names the mistake in a signature and in a string, and where they differ", async ({ page }) => {
    const request = `curl 'https://api.finan.one/open/api/v1/customers?a=1' -H 'x-timestamp: 1699999999' -H 'x-signature: `;
    const own = "s_GET_/api/v1/customers__1699999999";
    const wrong = createHash("sha256").update(own).digest("hex");
    await openWorkbench(page, "finan", { request: `${request}${wrong}'`, key: "s", ownString: own });
    await verdict(page, "without the query");
    const place = page.locator(".comparison").last();
    expect(await place.textContent()).toContain(
      "Your string differs at line 1, column 24. There, the part path is due.",
    );
    expect(await place.textContent()).toContain("Yours is the string without the query.");
    expect(await place.locator("mark").allTextContents()).toEqual(["?", "_"]);
  });

  inBrowser("shows the key within the string only if it is asked to", async ({ page }) => {
    await openWorkbench(page, "finan");
    expect(await page.locator(".pieces").textContent()).toMatch(/^•+_POST_/);
    await page.locator("#workbench-unmask").check();
    await page.locator(".pieces", { hasText: "finan-sandbox-secret_POST" }).waitFor();
  });

  inBrowser("checks the header where nothing is signed", async ({ page }) => {
    await openWorkbench(page, "lumyri", {
      request: "GET /users/customers\nauthorization: t0ken\nx-app-id: a",
      key: "t0ken",
    });
    await verdict(page, "without the word Bearer in front");
    expect(await page.locator("#workbench-string").count()).toBe(0);
    expect(await page.locator(".due").textContent()).toBe("Bearer ••••••••");
  });

  inBrowser("says what is wrong with a request or a key", async ({ page }) => {
    await openWorkbench(page, "pingxx", { key: "no key" });
    await page.locator(".workbench .run-problem", { hasText: "expected an RSA private key in PEM" }).waitFor();
    await page.locator("#workbench-request").fill("hello");
    await page.locator(".workbench .run-problem", { hasText: "expected a request line" }).waitFor();
  });

  inBrowser("keeps and sends nothing", async ({ page }) => {
    const seen: string[] = [];
    page.on("request", (request) => seen.push(request.url()));
    page.on("console", (message) => seen.push(message.text()));
    await openWorkbench(page, "asiabill", { key: "typed-key-1f6b" });
    await verdict(page, "isn't");
    const before = seen.length;
    await page.locator("#workbench-string").fill("typed-string-77aa");
    await page.locator(".comparison").waitFor();
    expect(seen.slice(before)).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie, location.href]),
    );
    expect(kept + seen.join()).not.toMatch(/typed-/);
    await page.reload();
    await page.locator(".workbench-output > *").first().waitFor();
    expect(await page.locator("#workbench-key").inputValue()).toBe("asiabill-sandbox-sign-key");
  });

  inBrowser.for(["asiabill", "zh-cn/finan", "vi/pingxx", "lumyri"])(
    "of %s has no finding of axe with something wrong in it",
    async (provider, { open }) => {
      const tab = await open({ bypassCSP: true });
      await openWorkbench(tab, provider, { key: provider.includes("pingxx") ? "" : "another" });
      await tab.locator("#workbench-request").press("End");
      const findings: string[] = [];
      for (const width of [1400, 900, 375]) {
        await tab.setViewportSize({ width, height: 900 });
        for (const theme of ["light", "dark"] as const) {
          findings.push(...(await axeFindings(tab, theme)).map((finding) => `${theme} ${width}: ${finding}`));
        }
      }
      expect(findings).toEqual([]);
    },
  );
});
