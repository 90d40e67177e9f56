import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildSite, DOCS } from "./build-site.ts";
import { findChromium } from "./chromium.ts";
import { serve } from "./serve.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The built site: its folder, its address, and how long its build took in milliseconds, where it was built here. */
    readonly site: { readonly folder: string; readonly url: string; readonly buildMs: number | undefined };
    /** Where Chromium is, or why there is none. */
    readonly chromium: { readonly path: string | undefined };
  }
}

/** Builds the site once for all tests, and serves it. `DOCS_BUILT=1` takes docs/dist as it is, to be quick while writing a test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = join(DOCS, "dist");
  const built = process.env.DOCS_BUILT === "1" && existsSync(folder);
  const buildMs = built ? undefined : await buildSite(folder);
  const server = await serve(folder);
  const path = findChromium();
  if (path === undefined) {
    console.warn("No Chromium here: the tests that need one are skipped. Debian has it: apt-get install chromium");
  }
  project.provide("site", { folder, url: server.url, buildMs });
  project.provide("chromium", { path });
  return () => server.close();
}
