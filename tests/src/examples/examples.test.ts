// Every code block of the documents: compiled, run against the sandbox, and held against the output that the document shows.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { startSandbox } from "@customer-clients/sandbox/node";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { blocksOf, reasonNotToRun } from "./blocks.ts";
import { compilePrograms, moduleName } from "./compile.ts";
import { documents, root, sitePages, translations } from "./documents.ts";
import { programsOf } from "./programs.ts";
import { pnpmProblem, shellProblems } from "./shell.ts";

const limit = 60_000;
const run = promisify(execFile);
const prelude = join(import.meta.dirname, "prelude.ts");

const blocks = documents.map((file) => blocksOf(file, readFileSync(join(root, file), "utf8")));
const programs = blocks.flatMap(programsOf);
const shell = blocks
  .flat()
  .filter((block) => ["sh", "bash", "shell", "console"].includes(block.language))
  .map((block) => ({ ...block, place: `${block.file}:${block.line}` }));
const isCurl = ({ code }: { code: string }) => /^curl /m.test(code);

// Within this package, where the clients can be imported from; Node strips no types in node_modules.
mkdirSync(join(import.meta.dirname, "../../dist"), { recursive: true });
const folder = mkdtempSync(join(import.meta.dirname, "../../dist/examples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const isWhole = ({ file }: { file: string }) => sitePages.includes(file);
const mistakes = new Map([
  ...(await compilePrograms(programs.filter(isWhole), folder)),
  ...(await compilePrograms(
    programs.filter((program) => !isWhole(program)),
    folder,
    join(import.meta.dirname, "given.d.ts"),
  )),
]);

test("the documents have code", () => {
  const toRun = programs.filter(({ reasonNotToRun }) => reasonNotToRun === undefined);
  expect(toRun.filter(isWhole).length).toBeGreaterThan(20);
  expect(toRun.filter((program) => !isWhole(program)).length).toBeGreaterThan(10);
});

describe("compiles", () => {
  test.each(programs)("$place", ({ place }) => {
    expect(mistakes.get(place)).toEqual([]);
  });
});

describe("runs", () => {
  const runnable = programs.filter(({ reasonNotToRun, isTest }) => reasonNotToRun === undefined && !isTest);

  test.concurrent.each(runnable)("$place", { timeout: limit }, async (program) => {
    const given = isWhole(program)
      ? []
      : ["--disable-warning=ExperimentalWarning", "--import", pathToFileURL(prelude).href];
    const { stdout, stderr } = await run(process.execPath, [...given, join(folder, moduleName(program))], {
      timeout: limit,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    });
    expect(stderr).toBe("");
    if (program.output !== undefined) expect(stdout).toBe(program.output);
  });

  test("the tests among them pass", { timeout: limit }, async () => {
    const tests = programs.filter(({ reasonNotToRun, isTest }) => reasonNotToRun === undefined && isTest);
    const vitest = join(root, "node_modules/vitest/vitest.mjs");
    const report = join(folder, "report.json");
    await run(process.execPath, [vitest, "run", "--root", folder, "--reporter", "json", "--outputFile", report]);
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, "utf8"));
    expect(numPassedTests).toBe(numTotalTests);
    expect(numPassedTests).toBeGreaterThanOrEqual(tests.length);
  });
});

describe("shell", () => {
  test.each(shell.filter((block) => reasonNotToRun(block) === undefined))("$place names what there is", ({ code }) => {
    expect(shellProblems(code)).toEqual([]);
  });

  test.for(shell.filter(isCurl))(
    "$place does what it says to a sandbox",
    { timeout: limit },
    async ({ code }, context) => {
      const hasCurl = await run("curl", ["--version"]).then(
        ({ stdout }) => /[89]\.|7\.(8[2-9]|9)/.test(stdout),
        () => false,
      );
      context.skip(!hasCurl, "there is no curl 7.82 or later");
      const sandbox = await startSandbox();
      onTestFinished(() => sandbox.close());
      const script = code
        .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, sandbox.control.url)
        .replaceAll(/^curl /gm, "curl --fail-with-body --silent --show-error ");
      const env = { ...process.env, TOKEN: sandbox.control.token };
      await run("bash", ["-euo", "pipefail", "-c", script], { cwd: folder, env });
      expect(sandbox.requests).toEqual([]);
    },
  );

  test.each([...documents, ...translations])("%s speaks of no command of pnpm's that there isn't", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const names = [...text.matchAll(/`pnpm ([a-z][\w:-]*)/g)].map(([, name]) => name);
    expect(names.flatMap((name) => pnpmProblem(name) ?? [])).toEqual([]);
  });
});

test("what is said to be JSON is", () => {
  for (const { file, line, language, code } of blocks.flat()) {
    if (language === "json") expect(() => JSON.parse(code), `${file}:${line}`).not.toThrow();
  }
});
