import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { checkOutCallers, mergeBase } from "./base.ts";
import { checkCallers } from "./check.ts";

const repository = join(import.meta.dirname, "../../..");

test("the base is the commit that the branch began at, with its tests as they were there", async () => {
  const workspace = folderWith({ "tests/src/a.ts": "export const a = 1;\n" });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: workspace,
      encoding: "utf8",
    });
  git("init", "--quiet", "--initial-branch", "main");
  git("add", ".");
  git("commit", "--quiet", "--message", "base");
  const base = git("rev-parse", "HEAD").trim();
  git("checkout", "--quiet", "-b", "branch");
  rmSync(join(workspace, "tests/src/a.ts"));
  git("commit", "--quiet", "--all", "--message", "branch");

  expect(await mergeBase(workspace, "main")).toBe(base);
  await checkOutCallers(workspace, base, join(workspace, "out"));
  expect(existsSync(join(workspace, "out/tests/src/a.ts"))).toBe(true);
  await expect(mergeBase(workspace, "nowhere")).rejects.toThrow("--base nowhere: fatal: Not a valid object name");
  await expect(mergeBase(workspace, "--output=x")).rejects.toThrow("--base --output=x: ");
});

test("what no longer compiles is named by file and line, and what uses more than the packages is left out", async () => {
  const dist = join(repository, "tests/dist");
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(join(dist, "base-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = {
    "good.ts": 'import { test } from "vitest";\nimport { one } from "./one.ts";\ntest(String(one), () => {});\n',
    "one.ts": "export const one = 1;\n",
    "broken.ts": 'import { one } from "./one.ts";\n\nexport const two: string = one;\n',
    "inside.ts": 'import { readSpec } from "@customer-clients/scripts/src/spec/gone.ts";\nreadSpec();\n',
    "beyond.ts": 'import "./inside.ts";\nimport "no-such-package";\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);

  expect(await checkCallers(folder, join(repository, "tests/tsconfig.json"))).toEqual({
    files: 3,
    leftOut: 2,
    errors: ["broken.ts:3: TS2322: Type 'number' is not assignable to type 'string'."],
  });
});
