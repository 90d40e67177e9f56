import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { generateCommand } from "./command.ts";

const pets = readFileSync(join(import.meta.dirname, "fixtures/pets.yaml"), "utf8");
const generated = "packages/pets/src/generated";

test("writes what the specs give, and then finds nothing to do", async () => {
  const workspace = workspaceWith({ "specs/pets/openapi.yaml": pets });
  expect(await run(workspace)).toMatchObject({ code: 0, printed: "pets: wrote operations.ts, schema.ts\n" });
  expect(await run(workspace)).toMatchObject({ code: 0, printed: "pets: nothing to do\n" });
  expect(readdirSync(join(workspace, generated)).sort()).toEqual(["operations.ts", "schema.ts"]);
});

test("--check passes when each file is what its spec gives, and writes nothing", async () => {
  const workspace = workspaceWith({ "specs/pets/openapi.yaml": pets });
  await run(workspace);
  expect(await run(workspace, "--check")).toMatchObject({ code: 0, printed: "" });
});

test("--check names each file that differs, is missing, or is not the generator's", async () => {
  const workspace = workspaceWith({ "specs/pets/openapi.yaml": pets });
  await run(workspace);
  const folder = join(workspace, generated);
  writeFileSync(join(folder, "schema.ts"), `${readFileSync(join(folder, "schema.ts"), "utf8")}\n`);
  rmSync(join(folder, "operations.ts"));
  writeFileSync(join(folder, "notes.md"), "");
  const shown = relative(process.cwd(), folder);

  const { code, errors } = await run(workspace, "--check");

  expect(code).toBe(1);
  expect(errors).toContain(
    `${shown}/notes.md: not made by the generator: delete it\n` +
      `${shown}/operations.ts: missing: run \`pnpm generate\`\n` +
      `${shown}/schema.ts: not what its spec gives: run \`pnpm generate\`\n`,
  );
  expect(readdirSync(folder).sort()).toEqual(["notes.md", "schema.ts"]);
});

test("generates the providers that are named, and leaves the others alone", async () => {
  const workspace = workspaceWith({ "specs/pets/openapi.yaml": pets, "specs/zoo/openapi.yaml": pets });
  expect((await run(workspace, "pets")).printed).toBe("pets: wrote operations.ts, schema.ts\n");
  expect(readdirSync(join(workspace, "packages/zoo"))).toEqual([]);
});

test("says where a spec is wrong, with exit code 2, and leaves the files as they were", async () => {
  const workspace = workspaceWith({ "specs/pets/openapi.yaml": pets });
  await run(workspace);
  const before = readFileSync(join(workspace, generated, "operations.ts"), "utf8");
  writeFileSync(join(workspace, "specs/pets/openapi.yaml"), pets.replace("method: pets.create", "method: pets.then"));

  const { code, errors } = await run(workspace);

  expect(code).toBe(2);
  expect(errors).toMatch(/specs\/pets\/openapi\.yaml:41:19: expected a name/);
  expect(readFileSync(join(workspace, generated, "operations.ts"), "utf8")).toBe(before);
});

test.each([
  ["cows", 'expected a provider (pets), found "cows"'],
  ["../pets", 'expected a provider (pets), found "../pets"'],
  ["--force", "--force"],
])("refuses the argument %s with exit code 2", async (argument, message) => {
  const workspace = workspaceWith({ "specs/pets/openapi.yaml": pets });
  const { code, errors } = await run(workspace, argument);
  expect(code).toBe(2);
  expect(errors).toContain(message);
});

test("refuses a spec that has no package", async () => {
  const workspace = workspaceWith({ "specs/pets/openapi.yaml": pets });
  rmSync(join(workspace, "packages/pets"), { recursive: true });
  expect(await run(workspace)).toMatchObject({
    code: 2,
    errors: expect.stringContaining("expected a folder packages/pets"),
  });
});

test("--help says what it does", async () => {
  const { code, printed } = await run(workspaceWith({ "specs/pets/openapi.yaml": pets }), "--help");
  expect(code).toBe(0);
  expect(printed).toContain("Usage: pnpm generate [provider…] [--check]");
});

function workspaceWith(files: Readonly<Record<string, string>>): string {
  const workspace = folderWith(files);
  for (const provider of readdirSync(join(workspace, "specs")))
    mkdirSync(join(workspace, "packages", provider), { recursive: true });
  return workspace;
}

async function run(
  workspace: string,
  ...commandLine: string[]
): Promise<{ code: number; printed: string; errors: string }> {
  let printed = "";
  let errors = "";
  const code = await generateCommand(commandLine, workspace, {
    print: (text) => (printed += text),
    printError: (text) => (errors += text),
  });
  return { code, printed, errors };
}
