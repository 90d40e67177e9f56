import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { consumers } from "./consumers.ts";

const folder = join(import.meta.dirname, "../../../consumers");
const readme = readFileSync(join(folder, "README.md"), "utf8");
const names = consumers.map(({ name }) => name);

test("every folder of consumers is run, but the rig and the sandbox that the others call", () => {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect([...names, "rig", "sandbox"].sort()).toEqual(folders.sort());
});

test.each(names)("the README tells of %s", (name) => {
  expect(readme).toMatch(new RegExp(`^\\|.*\`${name}\``, "m"));
});

test("what a consumer installs from the registry is the newest version of ours, and a pinned one of others", () => {
  const pins = readdirSync(folder)
    .filter((name) => names.includes(name) && name !== "deno")
    .map((name) => JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")))
    .flatMap(({ dependencies, devDependencies = {} }) => Object.entries({ ...dependencies, ...devDependencies }));
  for (const [name, version] of pins) {
    expect(version, name).toMatch(name.startsWith("@customer-clients/") ? /^latest$/ : /^\d+\.\d+\.\d+$/);
  }
});
