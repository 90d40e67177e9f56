import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readRedirects, writeRedirects } from "./redirects.ts";

/** A built site with pages at these places, in every language, and a file of redirects. */
function site(places: readonly string[], yaml: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), "redirects-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const place of places.flatMap((each) => [each, `zh-cn/${each}`, `vi/${each}`])) {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, "index.html"), "page");
  }
  const file = join(folder, "redirects.yaml");
  writeFileSync(file, yaml);
  return { folder, file };
}

test("a page that has moved leads on, in every language and beneath the base path", () => {
  const { folder, file } = site(["p/new"], "p/old: p/new\n");
  writeRedirects(readRedirects(file), folder, "/base/");
  expect(readFileSync(join(folder, "p/old/index.html"), "utf8")).toContain('content="0; url=/base/p/new/"');
  expect(readFileSync(join(folder, "vi/p/old/index.html"), "utf8")).toContain('content="0; url=/base/vi/p/new/"');
});

test("a target that is gone fails with its place, and nothing is written", () => {
  const { folder, file } = site(["p/new"], "# moved\np/old: p/new\np/older: p/gone\n");
  expect(() => writeRedirects(readRedirects(file), folder, "/")).toThrow(
    `${file}:3: expected a page to lead to: p/gone has none`,
  );
  expect(existsSync(join(folder, "p/old"))).toBe(false);
});

test("a page that is still there isn't replaced", () => {
  const { folder, file } = site(["p/new", "p/old"], "p/old: p/new\n");
  expect(() => writeRedirects(readRedirects(file), folder, "/")).toThrow(`${file}:1: expected a place without a page`);
  expect(readFileSync(join(folder, "p/old/index.html"), "utf8")).toBe("page");
});

test("a file that is no mapping of places is refused with its place", () => {
  expect(() => readRedirects(site([], "- p/old\n").file)).toThrow(/redirects\.yaml:1: expected a mapping/);
  expect(() => readRedirects(site([], "a: b\np/old: [p/new]\n").file)).toThrow(/redirects\.yaml:2: expected the place/);
  expect(() => readRedirects(site([], "a: 'b\n").file)).toThrow(/redirects\.yaml:\d: expected valid YAML/);
  expect(readRedirects(site([], "# none yet\n{}\n").file)).toEqual([]);
});
