// What is published: each package packed as for a release, and looked at as somebody who installs it would.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CheckResult, checkPackage, createPackageFromTarballData, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, describe, expect, test } from "vitest";
import { packAll, type Tarball } from "./tarballs.ts";

const root = join(import.meta.dirname, "../../..");
const { tarballs, remove } = await packAll();
afterAll(remove);

/** A byte budget for what is installed with one provider, sources and maps included. */
const installBudget = 500_000;

test("every package of the workspace that isn't private is packed", () => {
  expect(tarballs.map(({ folder }) => folder).sort()).toEqual([
    "asiabill",
    "core",
    "finan",
    "lumyri",
    "pingxx",
    "sandbox",
  ]);
});

describe.each(tarballs)("$name", (tarball) => {
  const { name, folder, data, path, files, manifest } = tarball;

  test("has nothing that publint finds", async () => {
    const { messages } = await publint({ pack: { tarball: data.slice().buffer }, level: "suggestion", strict: true });
    expect(messages).toEqual([]);
  });

  test("has types that resolve as the code does, for everybody who imports ES modules", async () => {
    const result = await checkPackage(createPackageFromTarballData(data), { excludeEntrypoints: ["./package.json"] });
    expect(Object.keys(entrypointsOf(result)).length).toBe(Object.keys(manifest.exports).length - 1);
    expect(problemsForEsModules(result)).toEqual([]);
  });

  test("has its sources, what the compiler makes of each, and what a reader needs, and no other file", async () => {
    const modules = [...files.keys()].filter((file) => file.startsWith("src/")).map((file) => file.slice(4, -3));
    const made = modules.flatMap((module) =>
      [".js", ".js.map", ".d.ts", ".d.ts.map"].map((extension) => `dist/${module}${extension}`),
    );
    const sources = modules.map((module) => `src/${module}.ts`);
    const expected = new Set(["LICENSE", "README.md", "package.json", ...sources, ...made]);
    if (files.has("dist/openapi-fetch.LICENSE")) {
      expected.add("dist/openapi-fetch.LICENSE");
      expected.delete("dist/openapi-fetch.js.map");
    }
    expect([...files.keys()].sort()).toEqual([...expected].sort());
    expect(modules.filter((module) => /test|fixture/.test(module))).toEqual([]);
  });

  test("is licensed, has a README of its own, and says what it runs on", async () => {
    expect(await readFile(join(path, "LICENSE"), "utf8")).toBe(await readFile(join(root, "LICENSE"), "utf8"));
    const readme = await readFile(join(path, "README.md"), "utf8");
    expect(readme.startsWith(`# ${name}\n`)).toBe(true);
    expect(readme).toMatch(/^```ts$/m);
    const node = folder === "sandbox" ? ">=22.13" : ">=20.19";
    expect(manifest).toMatchObject({ type: "module", license: "MIT", sideEffects: false, engines: { node } });
  });

  test("asks for versions that a registry knows", async () => {
    expect(await readFile(join(path, "package.json"), "utf8")).not.toMatch(/"(workspace|catalog|link|file):/);
  });
});

describe("an install of one provider", () => {
  const byName = new Map(tarballs.map((tarball) => [tarball.name, tarball]));
  const providers = tarballs.filter(({ folder }) => folder !== "core" && folder !== "sandbox");

  test.each(providers)("$name: 2 packages, at most 0.5 MB", (provider) => {
    const installed = [...closure(provider, byName)];
    expect(installed.map(({ folder }) => folder)).toEqual([provider.folder, "core"]);
    const bytes = installed.flatMap(({ files }) => [...files.values()]).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(installBudget);
  });
});

/** A package with everything that it brings along. */
function closure(tarball: Tarball, all: ReadonlyMap<string, Tarball>, found = new Set<Tarball>()): Set<Tarball> {
  found.add(tarball);
  for (const name of Object.keys(tarball.manifest.dependencies ?? {})) {
    const dependency = all.get(name);
    if (!dependency) throw new Error(`${tarball.name}: expected only packages of this repository, found ${name}`);
    if (!found.has(dependency)) closure(dependency, all, found);
  }
  return found;
}

function entrypointsOf(result: CheckResult) {
  if (!result.types) throw new Error("expected types");
  return result.entrypoints;
}

/** What is wrong for nodenext from ES modules and for bundlers: CommonJS and `moduleResolution: node10` aren't supported. */
function problemsForEsModules(result: CheckResult): Problem[] {
  const visible = new Set(
    Object.values(entrypointsOf(result)).flatMap(({ resolutions }) =>
      (["node16-esm", "bundler"] as const).flatMap((kind) => resolutions[kind].visibleProblems ?? []),
    ),
  );
  return (result.types ? result.problems : []).filter((_, index) => visible.has(index));
}
