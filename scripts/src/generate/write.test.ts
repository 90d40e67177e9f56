import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { writeFiles } from "./write.ts";

test("doesn't touch a file that is already so", () => {
  const folder = folderWith({ "a.ts": "same", "b.ts": "old" });
  const { ino } = statSync(join(folder, "a.ts"));
  expect(
    writeFiles(
      folder,
      new Map([
        ["a.ts", "same"],
        ["b.ts", "new"],
      ]),
    ),
  ).toEqual(["b.ts"]);
  expect(statSync(join(folder, "a.ts")).ino).toBe(ino);
  expect(readFileSync(join(folder, "b.ts"), "utf8")).toBe("new");
});

test("puts a whole new file in the place of the old one, so that a reader never finds half of it", () => {
  const folder = folderWith({ "a.ts": "old" });
  const { ino } = statSync(join(folder, "a.ts"));
  writeFiles(folder, new Map([["a.ts", "new"]]));
  expect(statSync(join(folder, "a.ts")).ino).not.toBe(ino);
});

test("leaves no draft behind when a file can't be written", () => {
  const folder = folderWith({});
  mkdirSync(join(folder, "a.ts/b"), { recursive: true });
  expect(() => writeFiles(join(folder), new Map([["a.ts", "new"]]))).toThrow();
  expect(readdirSync(folder)).toEqual(["a.ts"]);
});
