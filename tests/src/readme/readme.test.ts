// The examples beside this file stand in the sandbox's README, to the letter.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const readme = readFileSync(join(import.meta.dirname, "../../../packages/sandbox/README.md"), "utf8");
const examples = readdirSync(import.meta.dirname).filter((file) => file !== "readme.test.ts");

test.each(examples)("the README has the example %s", (file) => {
  expect(readme).toContain(`\`\`\`ts\n${readFileSync(join(import.meta.dirname, file), "utf8")}\`\`\`\n`);
});

test("every test in the README is one of the examples", () => {
  expect(readme.match(/^test\(/gm)).toHaveLength(examples.length);
});
