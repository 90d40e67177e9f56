import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { pathOf, placeOf } from "../../src/site/paths.ts";
import { operationParts } from "../../src/spec/operation.ts";
import { providerOf } from "../../src/spec/provider.ts";
import { PROVIDERS, SPECS, specOf } from "../../src/spec/specs.ts";
import { pagesIn } from "../support/pages.ts";

const { folder } = inject("site");
const read = (name: string) => readFileSync(join(folder, name), "utf8");

test.each(PROVIDERS)("%s's spec can be had as it is written, as JSON and as one page", (provider) => {
  expect(read(`${provider}/openapi.yaml`)).toBe(readFileSync(join(SPECS, provider, "openapi.yaml"), "utf8"));
  expect(JSON.parse(read(`${provider}/openapi.json`))).toEqual(specOf(provider).document);
  expect(read(`${provider}/redoc.html`)).toContain("<title>");
});

test("each page has a Markdown twin, which it names", () => {
  const without = pagesIn(folder).filter(({ place, html }) => {
    if (place === "404.html") return false;
    const named = html.includes('<link rel="alternate" type="text/markdown" href="index.md"');
    return !named || !existsSync(join(folder, place, "index.md"));
  });
  expect(without.map(({ place }) => place)).toEqual([]);
});

test("an operation's twin has its path, its fields, its samples and its answers", () => {
  for (const provider of PROVIDERS) {
    const { outline, operations } = providerOf(provider);
    expect(operations).toHaveLength(operationParts(outline).length);
    for (const { operationId, path, body, answers } of operations) {
      const twin = read(`${placeOf.operation(provider, operationId)}/index.md`);
      const fields = (body?.media ?? []).flatMap(({ schema }) => schema?.fields.map(({ label }) => label) ?? []);
      for (const word of [path, ...fields, ...answers.map(({ status }) => status), "```ts", "```sh", "```json"]) {
        expect(twin, `${provider} ${operationId}`).toContain(word);
      }
    }
  }
});

test("llms.txt names every English page, and llms-full.txt holds them", () => {
  const english = pagesIn(folder).filter(({ place }) => place !== "404.html" && !/^(zh-cn|vi)\//.test(place));
  const [list, full] = [read("llms.txt"), read("llms-full.txt")];
  const missing = english.filter(
    ({ place }) => !list.includes(`/${place}index.md): `) || !full.includes(`/${place}index.md -->`),
  );
  expect(missing.map(({ place }) => place)).toEqual([]);
  expect(list).not.toContain("/zh-cn/");
});

test("the site map has every page in every language", () => {
  const map = read("sitemap-0.xml");
  for (const language of ["en", "zh-CN", "vi"] as const) {
    for (const provider of PROVIDERS)
      expect(map).toContain(`${pathOf(language, placeOf.overview(provider), "/")}</loc>`);
  }
});
