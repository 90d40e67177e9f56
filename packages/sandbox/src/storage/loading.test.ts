import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

/** All that a module loads before anything is called: packages and, if asked for, the project's own files. */
async function loaded(url: URL, seen: Set<string> = new Set()): Promise<Set<string>> {
  if (seen.has(url.href)) return seen;
  seen.add(url.href);
  const text = await readFile(url, "utf8");
  for (const [, clause = "", specifier = ""] of text.matchAll(/^(?:import|export) (?:([^";]*?) from )?"([^"]+)";/gm)) {
    if (clause.startsWith("type ")) continue;
    if (specifier.startsWith(".")) await loaded(new URL(specifier, url), seen);
    else seen.add(specifier);
  }
  return seen;
}

async function packagesOf(path: string): Promise<string[]> {
  const all = await loaded(new URL(path, import.meta.url));
  return [...all].filter((name) => !name.startsWith("file:"));
}

test("the sandbox in process loads nothing of Node's and no driver", async () => {
  const packages = await packagesOf("../index.ts");
  expect(packages).toContain("@customer-clients/asiabill/signing");
  expect(packages.filter((name) => !name.startsWith("@customer-clients/"))).toEqual([]);
});

test("the sandbox on loopback loads a driver only when it is used", async () => {
  const packages = await packagesOf("../node.ts");
  expect(packages).toContain("node:http");
  for (const driver of ["kysely", "kysely/migration", "pg", "node:sqlite"]) {
    expect(packages).not.toContain(driver);
    expect([...(await packagesOf("./sqlite.ts")), ...(await packagesOf("./postgres.ts"))]).toContain(driver);
  }
});
