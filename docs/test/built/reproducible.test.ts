import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { buildSite } from "../support/build-site.ts";
import { deadLinks } from "../support/links.ts";
import { pagesIn } from "../support/pages.ts";

/** Another build, in a folder that is gone after the test. */
async function build(base: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "docs-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await buildSite(folder, base);
  return folder;
}

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  const hashOf = (file: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, file)))
      .digest("hex");
  return Object.fromEntries(files.sort().map((file) => [file, hashOf(file)]));
}

test("two builds are the same to the byte", async () => {
  expect(hashes(await build("/"))).toEqual(hashes(inject("site").folder));
}, 300_000);

test("beneath a base path every link leads somewhere", async () => {
  const folder = await build("/customer-clients/");
  expect(deadLinks(pagesIn(folder), folder, "/customer-clients/")).toEqual([]);
}, 300_000);
