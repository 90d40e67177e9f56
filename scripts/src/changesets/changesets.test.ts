import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import parseChangeset from "@changesets/parse";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../../.changeset");

test("each pending changeset says which packages it is about, and what happened to them", () => {
  for (const file of globSync("*.md", { cwd: folder }).filter((name) => name !== "README.md")) {
    const { summary, releases } = parseChangeset(readFileSync(join(folder, file), "utf8"));
    expect(summary, file).not.toBe("");
    expect(releases.length, file).toBeGreaterThan(0);
  }
});
