import { describe, expect, test } from "vitest";
import { blocksOf, reasonNotToRun } from "./blocks.ts";
import { programsOf } from "./programs.ts";
import { shellProblems } from "./shell.ts";

const ts = (code: string, mark = "") => `\`\`\`ts${mark}\n${code}\n\`\`\`\n`;

describe("a document's blocks", () => {
  test("are found with their line, language and mark, in lists and in longer fences too", () => {
    const text = `# A\n\n${ts("one();")}\n- item\n\n  ~~~sh\n  npm install\n  ~~~\n\n\`\`\`\`md\n${ts("two();")}\`\`\`\`\n`;
    expect(blocksOf("a.md", text)).toEqual([
      { file: "a.md", line: 4, language: "ts", mark: "", code: "one();\n" },
      { file: "a.md", line: 10, language: "sh", mark: "", code: "npm install\n" },
      { file: "a.md", line: 14, language: "md", mark: "", code: "```ts\ntwo();\n```\n" },
    ]);
  });

  test("that aren't to be run say why", () => {
    const [marked, unexplained] = blocksOf("a.md", ts("one();", " no-run: needs an account") + ts("two();", " no-run"));
    expect(marked && reasonNotToRun(marked)).toBe("needs an account");
    expect(() => unexplained && reasonNotToRun(unexplained)).toThrow("a.md:4: expected a reason after no-run:");
  });
});

describe("a document's programs", () => {
  test("are a block with those that continue it, each line where it stands in the document, and what they print", () => {
    const text = `${ts("const one = 1;")}\nThen:\n\n${ts("console.log(one);", " continues")}\n\`\`\`text output\n1\n\`\`\`\n${ts("other();")}`;
    const [program, other] = programsOf(blocksOf("a.md", text));
    expect(program).toMatchObject({ place: "a.md:2", output: "1\n", isTest: false, reasonNotToRun: undefined });
    expect(program?.source.split("\n").indexOf("console.log(one);")).toBe(7);
    expect(text.split("\n").indexOf("console.log(one);")).toBe(7);
    expect(other).toMatchObject({ place: "a.md:15", output: undefined });
  });

  test("can't continue nothing", () => {
    expect(() => programsOf(blocksOf("a.md", ts("one();", " continues")))).toThrow("a.md:2: expected a program before");
    expect(() => programsOf(blocksOf("a.md", "```text output\n1\n```\n"))).toThrow("a.md:2: expected a program before");
  });

  test("have no mark that nobody knows", () => {
    expect(() => programsOf(blocksOf("a.md", ts("one();", " norun: why")))).toThrow(
      'a.md:1: expected "continues" or "no-run: why", found "norun: why"',
    );
  });
});

test("shell commands are held against the scripts and packages that there are", () => {
  const code = [
    "# a comment",
    "TOKEN=abc",
    "npx -y pnpm@12 demo   # every operation",
    "pnpm no-such-script",
    "npm install \\\n  @customer-clients/nobody",
    "npx @customer-clients/sandbox --port 1",
    "frobnicate now",
  ].join("\n");
  expect(shellProblems(code)).toEqual([
    "pnpm no-such-script: there is no such script",
    "@customer-clients/nobody: there is no such package",
    "frobnicate: expected a command that can be checked; else mark the block no-run: <why>",
  ]);
});
