import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { apiReportCommand } from "./command.ts";

const manifest = (name: string, more: object = {}) =>
  JSON.stringify({ name, version: "1.0.0", type: "module", exports: { ".": "./dist/index.js" }, ...more });
const pets = {
  "packages/pets/package.json": manifest("pets", {
    exports: { ".": "./dist/index.js", "./api": "./dist/call/call.js", "./package.json": "./package.json" },
  }),
  "packages/pets/dist/index.d.ts": `import type { Name } from "./names.ts";\n/** A pet. */\nexport interface Pet {\n  name: Name;\n}\n`,
  "packages/pets/dist/names.d.ts": "export interface Name {\n  short: string;\n}\n",
  "packages/pets/dist/call/call.d.ts": "export declare function call(path: string): void;\n",
  "packages/private/package.json": manifest("private", { private: true }),
};
const report = "packages/pets/api/index.api.md";

test("writes a report for each entry of each package that gets published, and then finds nothing to do", () => {
  const workspace = folderWith(pets);
  expect(run(workspace)).toMatchObject({ code: 0, printed: "pets: wrote api.api.md, index.api.md\n" });
  expect(readFileSync(join(workspace, report), "utf8")).toContain("export interface Pet {");
  expect(run(workspace)).toMatchObject({ code: 0, printed: "pets: nothing to do\n" });
  expect(run(workspace, "--check")).toMatchObject({ code: 0, printed: "", errors: "" });
  expect(existsSync(join(workspace, "packages/private/api"))).toBe(false);
});

test("--check shows a change to a type that an entry only leads to, and writes nothing", () => {
  const workspace = folderWith(pets);
  run(workspace);
  const before = readFileSync(join(workspace, report), "utf8");
  writeFileSync(join(workspace, "packages/pets/dist/names.d.ts"), "export interface Name {\n  long: string;\n}\n");

  const { code, errors } = run(workspace, "--check");

  expect(code).toBe(1);
  expect(errors).toMatch(
    /api\/index\.api\.md: not what the package exports: .*\n {2}- +short: string;\n {2}\+ +long: string;\n$/,
  );
  expect(readFileSync(join(workspace, report), "utf8")).toBe(before);
});

test("--check names a report that is missing, and one that no entry has any more", () => {
  const workspace = folderWith({ ...pets, "packages/pets/api/old.api.md": "" });
  const { code, errors } = run(workspace, "--check");
  expect(code).toBe(1);
  expect(errors).toMatch(/index\.api\.md: missing: run `pnpm api-report`\n.*old\.api\.md: of no entry: delete it\n$/);
});

test("a package that isn't built, or whose declarations don't compile, is an error that says so", () => {
  const unbuilt = folderWith({ "packages/pets/package.json": manifest("pets") });
  expect(run(unbuilt)).toMatchObject({ code: 1, errors: expect.stringContaining("run `pnpm build`") });
  const broken = folderWith({
    "packages/pets/package.json": manifest("pets"),
    "packages/pets/dist/index.d.ts": "export declare const pet: Pett;\n",
  });
  expect(run(broken)).toMatchObject({
    code: 1,
    errors: expect.stringContaining("pets: expected declarations that compile; "),
  });
});

test("a package that isn't there is a wrong argument", () => {
  expect(run(folderWith(pets), "cats")).toMatchObject({
    code: 2,
    errors: expect.stringContaining('expected a package (pets), found "cats"'),
  });
});

function run(workspace: string, ...args: string[]) {
  let [printed, errors] = ["", ""];
  const code = apiReportCommand(args, workspace, {
    print: (text) => (printed += text),
    printError: (text) => (errors += text),
  });
  return { code, printed, errors };
}
