import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { folderWith } from "@customer-clients/scripts/src/testing/folder.ts";
import { expect, test } from "vitest";
import { translationsCommand } from "./command.ts";

const spec = `openapi: 3.1.1
info:
  title: Pets
  summary: The pets
  description: |
    All the \`pets\` of
    a shop.
`;
const vietnamese = `# Kept as it is.
/info/title:
  en: Pets
  vi: Thú cưng

/info/summary: &pets
  en: 'The pets'
  vi: Các thú cưng
  source: provider

/info/description:
  en: |
    All the \`pets\` of a shop.
  vi: |
    Mọi \`pets\` của cửa hàng.
`;

test("says of each spec and language how much is translated", () => {
  const { code, printed, errors } = run(workspaceWith(vietnamese));
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(printed.split("\n").slice(0, 3)).toEqual([
    "provider  language  texts  translated  stale  missing",
    "pets      zh-CN         3           0      0        3",
    "pets      vi            3           3      0        0",
  ]);
});

test("names each stale text with what its English was and is, and fails only a release", () => {
  const workspace = workspaceWith(vietnamese.replace("All the", "Most"));
  const { code, printed } = run(workspace, "--language", "vi");
  expect(code).toBe(0);
  expect(printed).toContain(
    `${shown(workspace, "vi")}:11:1: stale: /info/description\n` +
      "  was: Most `pets` of a …\n" +
      "  is:  All the `pets` of a …\n",
  );
  expect(run(workspace, "--language", "vi", "--release").code).toBe(1);
});

test("names each missing text, and fails only a release", () => {
  const workspace = workspaceWith(vietnamese.replace(/\/info\/title:[^/]*/, ""));
  const { code, printed } = run(workspace, "--language", "vi");
  expect(code).toBe(0);
  expect(printed).toContain("openapi.yaml:3:3: not in vi: /info/title\n  Pets\n");
  expect(run(workspace, "--language", "vi", "--release").code).toBe(1);
});

test("a release passes when all is translated", () => {
  expect(run(workspaceWith(vietnamese), "--language", "vi", "--release").code).toBe(0);
});

test("a pointer that no longer exists fails, with its place", () => {
  const workspace = workspaceWith(`${vietnamese}/info/contact: { en: A, vi: B }\n`);
  const { code, errors } = run(workspace);
  expect(code).toBe(1);
  expect(errors).toContain(`${shown(workspace, "vi")}:16:1: expected a text of the spec at /info/contact, found none`);
});

test("a translation that lost a mark of its original fails, with its place", () => {
  const workspace = workspaceWith(vietnamese.replace("Mọi `pets`", "Mọi thú cưng"));
  const { code, errors } = run(workspace);
  expect(code).toBe(1);
  expect(errors).toBe(
    `${shown(workspace, "vi")}:11:1: /info/description: expected the code spans of the original: lost "\`pets\`"\n`,
  );
});

test("a stale text is held against the English that it was made from", () => {
  const workspace = workspaceWith(
    vietnamese.replace("All the `pets`", "All the `dogs`").replace("Mọi `pets`", "Mọi `dogs`"),
  );
  expect(run(workspace)).toMatchObject({ code: 0, errors: "" });
});

test("--json has the same for programs", () => {
  const workspace = workspaceWith(vietnamese.replace("en: Pets", "en: Dogs").replace("Mọi `pets`", "Mọi"));
  const { code, printed } = run(workspace, "--json", "--language", "vi");
  expect(code).toBe(1);
  expect(JSON.parse(printed)).toEqual({
    translations: [
      {
        provider: "pets",
        language: "vi",
        texts: 3,
        translated: 2,
        stale: [{ pointer: "/info/title", file: shown(workspace, "vi"), line: 2, column: 1, was: "Dogs", is: "Pets" }],
        missing: [],
        problems: [
          { file: shown(workspace, "vi"), line: 11, column: 1, message: expect.stringContaining("code spans") },
        ],
      },
    ],
  });
});

test.each([
  ["/info/title", "en: Pets", "en: Dogs"],
  ["/info/summary", "en: The pets", "en: 'A pet'"],
  ["/info/description", "    All the `pets` of\n    a shop.", "    Some `pets`."],
])("--accept %s takes over the English, and changes nothing else", (pointer, now, before) => {
  const current = vietnamese.replace("'The pets'", "The pets").replace("pets` of a shop", "pets` of\n    a shop");
  const workspace = workspaceWith(current.replace(now, before));
  expect(run(workspace, "pets", "--language", "vi", "--accept", pointer)).toMatchObject({ code: 0, errors: "" });
  expect(readFileSync(join(workspace, "specs/pets/translations/vi.yaml"), "utf8")).toBe(current);
  expect(run(workspace, "--language", "vi", "--release").code).toBe(0);
});

test("--accept refuses a translation that isn't stale", () => {
  const { code, errors } = run(workspaceWith(vietnamese), "pets", "--language", "vi", "--accept", "/info/title");
  expect(code).toBe(2);
  expect(errors).toContain("expected a stale translation, found none at /info/title");
});

test("--accept refuses a translation that is another text's too, and leaves the file as it was", () => {
  const before = "/info/summary: &pets { en: The pets, vi: Các thú cưng }\n/info/title: *pets\n";
  const workspace = workspaceWith(before);
  const { code, errors } = run(workspace, "pets", "--language", "vi", "--accept", "/info/title");
  expect(code).toBe(2);
  expect(errors).toContain("/info/title shares its translation with /info/summary");
  expect(readFileSync(join(workspace, "specs/pets/translations/vi.yaml"), "utf8")).toBe(before);
});

test.each([
  [["dogs"], 'expected a provider (pets), found "dogs"'],
  [["--language", "fr"], 'expected a language (zh-CN, vi), found "fr"'],
  [["--accept", "/info/title"], "expected one provider and one --language with --accept"],
  [["--force"], "Unknown option '--force'"],
])("refuses %j", (commandLine, problem) => {
  const { code, errors } = run(workspaceWith(vietnamese), ...commandLine);
  expect(code).toBe(2);
  expect(errors).toContain(problem);
});

test("a file that can't be used is refused with its place", () => {
  const workspace = workspaceWith("/info/title: { en: Pets, vi: A }\n/info/title: { en: Pets, vi: B }\n");
  const { code, errors } = run(workspace);
  expect(code).toBe(2);
  expect(errors).toContain(`${shown(workspace, "vi")}:2:1: expected each key once`);
});

test("a file that no language reads is refused", () => {
  const workspace = folderWith({ "specs/pets/openapi.yaml": spec, "specs/pets/translations/zh.yaml": "" });
  const { code, errors } = run(workspace);
  expect(code).toBe(2);
  expect(errors).toContain(`${shown(workspace, "zh")}:1:1: expected no file but zh-CN.yaml and vi.yaml`);
});

test("--help says how it is used", () => {
  expect(run(workspaceWith(vietnamese), "--help")).toMatchObject({
    code: 0,
    printed: expect.stringContaining("Usage:"),
  });
});

function workspaceWith(translations: string): string {
  return folderWith({ "specs/pets/openapi.yaml": spec, "specs/pets/translations/vi.yaml": translations });
}

function shown(workspace: string, language: string): string {
  return relative(process.cwd(), join(workspace, `specs/pets/translations/${language}.yaml`));
}

function run(workspace: string, ...commandLine: string[]) {
  let printed = "";
  let errors = "";
  const code = translationsCommand(commandLine, workspace, {
    print: (text) => (printed += text),
    printError: (text) => (errors += text),
  });
  return { code, printed, errors };
}
