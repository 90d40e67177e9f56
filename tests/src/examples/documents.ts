import { globSync } from "node:fs";
import { join, relative } from "node:path";

/** The repository's top folder. */
export const root: string = join(import.meta.dirname, "../../..");

/** The languages that the site's texts are translated to, as their folders are named. */
export const languages = ["zh-cn", "vi"] as const;

const site = "docs/src/content/{docs,home}/**/*.{md,mdx}";
const readMes = ["*.md", "adr/*.md", "{consumers,docs}/README.md", "packages/*/README.md", "tests/src/**/README.md"];
const translation = new RegExp(`^docs/src/content/\\w+/(${languages.join("|")})/`);

/** The documents with code whose original is English, as paths from the top folder. */
export const documents: readonly string[] = find([...readMes, site]).filter((file) => !translation.test(file));

/** Those that a reader has whole on the page: nothing in them is taken as given. */
export const sitePages: readonly string[] = documents.filter((file) => file.startsWith("docs/src/content/"));

/** The site's pages in other languages. */
export const translations: readonly string[] = find([site]).filter((file) => translation.test(file));

/** Where a page of the site stands in another language. */
export function translationOf(page: string, language: (typeof languages)[number]): string {
  return page.replace(/^docs\/src\/content\/\w+\//, `$&${language}/`);
}

function find(patterns: readonly string[]): string[] {
  return globSync(patterns, { cwd: root, exclude: (name) => name === "node_modules" })
    .map((file) => relative(root, join(root, file)).replaceAll("\\", "/"))
    .sort();
}
