import { expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { installSize } from "./install-size.ts";

test("counts packages by npm's own list and adds up all files", () => {
  const lock = JSON.stringify({ packages: { "node_modules/a": {}, "node_modules/a/node_modules/b": {} } });
  const modules = folderWith({
    ".package-lock.json": lock,
    "a/index.js": "x".repeat(1_000),
    "a/node_modules/b/index.js": "x".repeat(500),
  });
  expect(installSize(modules)).toEqual({ packages: 2, bytes: 1_500 + lock.length });
});
