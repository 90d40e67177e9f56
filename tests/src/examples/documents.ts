import { globSync } from "node:fs";
import { join, relative } from "node:path";

/** The repository's top folder. */
export const root: string = join(import.meta.dirname, "../../..");

/** Whose code blocks are run. */
const patterns = [
  "*.md",
  "adr/*.md",
  "packages/*/README.md",
  "tests/src/**/README.md",
  "docs/src/content/docs/**/*.{md,mdx}",
];

/** The documents with code, as paths from the top folder. */
export const documents: readonly string[] = globSync(patterns, {
  cwd: root,
  exclude: (name) => name === "node_modules",
})
  .map((file) => relative(root, join(root, file)).replaceAll("\\", "/"))
  .sort();
