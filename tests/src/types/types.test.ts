// Runs the compilers on the files beside this one: TypeScript 5.9 and 7, as Node resolves packages and as bundlers do.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

const here = import.meta.dirname;
const root = join(here, "../..");
const compilers = { "TypeScript 5.9": "typescript-5.9", "TypeScript 7": "typescript" } as const;
const bundler = ["--module", "esnext", "--moduleResolution", "bundler"];
const limit = 60_000;

/** What a compiler found, or should find, by place (`asiabill.ts:24`): one of these codes. */
type Findings = Map<string, string[]>;

/** Compiles the project in a folder. */
function compile(compiler: string, folder: string, options: readonly string[] = []): Promise<Findings> {
  const program = join(root, "node_modules", compiler, "bin/tsc");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, "-p", folder, "--pretty", "false", ...options], (error, output) => {
      const findings: Findings = new Map();
      for (const [, file = "", line, code = ""] of output.matchAll(/^(?:(.*)\((\d+),\d+\): )?error TS(\d+)/gm)) {
        const place = `${file.split("/").at(-1)}:${line}`;
        findings.set(place, [...(findings.get(place) ?? []), code]);
      }
      if (Boolean(error) === findings.size > 0) resolve(findings);
      else reject(new Error(`expected errors with an exit code, or neither: ${error} ${output}`));
    });
  });
}

/** Copies the project without its directives, and gives the errors that they stood for. */
async function copyWithoutDirectives(folder: string): Promise<Findings> {
  const expected: Findings = new Map();
  for (const name of (await readdir(here)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
    const source = await readFile(join(here, name), "utf8");
    source.split("\n").forEach((line, index) => {
      const [, codes] = /@ts-expect-error ([\d or]+):/.exec(line) ?? [];
      if (codes) expected.set(`${name}:${index + 2}`, codes.split(" or "));
    });
    await writeFile(join(folder, name), source.replaceAll("@ts-expect-error", "expected"));
  }
  const config = { extends: `./${relative(folder, join(here, "tsconfig.json"))}`, include: ["*.ts"], exclude: [] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  return expected;
}

describe.each(Object.entries(compilers))("%s", (_, compiler) => {
  test("accepts right code and finds every mistake, as bundlers resolve packages", { timeout: limit }, async () => {
    expect(await compile(compiler, here, bundler)).toEqual(new Map());
  });

  test("finds in each place the mistake that is meant there and no other, as Node resolves packages", {
    timeout: limit,
  }, async () => {
    const folder = await mkdtemp(join(root, "node_modules/.types-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const expected = await copyWithoutDirectives(folder);
    // A directive above what is right: the mechanism itself has to complain.
    await writeFile(join(folder, "right.ts"), "// @ts-expect-error\nexport const right: number = 1;\n");
    expected.set("right.ts:1", ["2578"]);
    expect(expected.size).toBeGreaterThan(60);
    const found = await compile(compiler, folder);
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [place, codes] of found) {
      expect(codes, place).toHaveLength(1);
      // The compilers differ in how they put a few of them.
      expect(expected.get(place), place).toContain(codes[0]);
    }
  });
});
