// The guides' code: all of it compiles, what can be run is run against the sandbox, and it prints what the page says.
import { execFile } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fencesOf } from "./fence.ts";
import { type Program, programsOf } from "./program.ts";

const content = join(import.meta.dirname, "../../../docs/src/content");
const packageRoot = join(import.meta.dirname, "../..");
const translations = ["zh-cn", "vi"];
const limit = 60_000;

const pages = globSync("{docs,home}/**/*.{md,mdx}", { cwd: content }).sort();
const isTranslation = (page: string) => translations.some((path) => page.split("/")[1] === path);
const english = pages.filter((page) => !isTranslation(page));
/** `docs/guides/errors.mdx` as `docs/vi/guides/errors.mdx`. */
const translated = (page: string, path: string) => page.replace("/", `/${path}/`);
const textOf = (page: string) => readFileSync(join(content, page), "utf8");

/** A folder outside the workspace in which packages are found as the tests find them. */
const folder = mkdtempSync(join(tmpdir(), "guides-"));
afterAll(() => rmSync(folder, { recursive: true }));
symlinkSync(join(packageRoot, "node_modules"), join(folder, "node_modules"));
writeFileSync(join(folder, "package.json"), '{"type":"module"}');
const tsconfig = { extends: join(packageRoot, "tsconfig.json"), include: ["*.ts"], exclude: [] };
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));

interface Found extends Program {
  /** Its page with its line there: `guides/errors.mdx:12`. */
  readonly place: string;
  readonly file: string;
}

const programs = english.flatMap((page) =>
  programsOf(fencesOf(textOf(page))).map((program): Found => {
    const kind = /from "vitest"/.test(program.code) ? "test.ts" : "ts";
    const file = `${page.replace(/\.mdx?$/, "").replaceAll("/", "--")}--${program.line}.${kind}`;
    // Each file is a module, so that no name is another file's too.
    writeFileSync(join(folder, file), `${program.code}export {};\n`);
    return { ...program, place: `${page}:${program.line}`, file };
  }),
);

/** Runs a JavaScript program with the tests' own Node. */
function run(...args: string[]): Promise<{ failed: boolean; output: string; errors: string }> {
  return new Promise((resolve) => {
    const options = { cwd: folder, timeout: limit, env: { ...process.env, NO_COLOR: "1" } };
    execFile(process.execPath, args, options, (error, output, errors) =>
      resolve({ failed: error !== null, output, errors }),
    );
  });
}

describe("the guides' code", () => {
  test("compiles", { timeout: limit }, async () => {
    expect(programs.length).toBeGreaterThan(20);
    const { output } = await run(join(packageRoot, "node_modules/typescript/bin/tsc"), "-p", ".", "--pretty", "false");
    expect(output).toBe("");
  });

  const runnable = programs.filter(({ notRun }) => notRun === undefined);

  test.concurrent.each(runnable.filter(({ file }) => !file.endsWith(".test.ts")))(
    "$place runs",
    {
      timeout: limit,
    },
    async ({ file, output }) => {
      const result = await run(file);
      expect(result).toMatchObject({ failed: false, errors: "" });
      if (output !== undefined) expect(result.output).toBe(output);
    },
  );

  test("passes, where it is a test", { timeout: limit }, async () => {
    const tests = runnable.filter(({ file }) => file.endsWith(".test.ts"));
    expect(tests.length).toBeGreaterThan(1);
    const vitest = join(packageRoot, "node_modules/vitest/vitest.mjs");
    const { failed, output, errors } = await run(
      vitest,
      "run",
      "--root",
      folder,
      "--reporter",
      "json",
      "--outputFile",
      "report.json",
    );
    expect(failed, output + errors).toBe(false);
    const { testResults } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
    expect(testResults).toHaveLength(tests.length);
  });
});

describe.each(translations)("the guides in %s", (path) => {
  test.each(english)("%s has the code of the English page", (page) => {
    const codeOf = (text: string) => fencesOf(text).map(({ language, mark, code }) => [language, mark, code]);
    expect(codeOf(textOf(translated(page, path)))).toEqual(codeOf(textOf(page)));
  });

  test.each(english)("%s has the sections of the English page, with its anchors", (page) => {
    const sections = headingsOf(textOf(page)).map(({ level, text }) => ({ level, anchor: anchorOf(text) }));
    expect(headingsOf(textOf(translated(page, path))).map(({ level, anchor }) => ({ level, anchor }))).toEqual(
      sections,
    );
  });

  test("are of pages that there are in English", () => {
    const expected = english.map((page) => translated(page, path));
    expect(pages.filter((page) => page.split("/")[1] === path)).toEqual(expected);
  });
});

/** The headings of a text, each with the anchor that is written behind it. */
function headingsOf(markdown: string): { level: number; text: string; anchor: string | undefined }[] {
  const headings = markdown.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^(#+) (.*?)(?: \{#(.*)\})?$/gm);
  return [...headings].map(([, marks = "", text = "", anchor]) => ({ level: marks.length, text, anchor }));
}

/** The anchor that a heading has by itself. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}
