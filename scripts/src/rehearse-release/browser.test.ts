import { chmodSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";
import { findChromium } from "./browser.ts";

test("finds Chromium on the path, by any of its names, and nothing that can't be run", () => {
  const root = folderWith({ "a/chromium": "", "b/google-chrome": "", "b/chromium-browser": "" });
  const path = ["", join(root, "a"), join(root, "b")].join(delimiter);
  expect(findChromium(path)).toBeUndefined();
  chmodSync(join(root, "b/google-chrome"), 0o755);
  expect(findChromium(path)).toBe(join(root, "b/google-chrome"));
  chmodSync(join(root, "b/chromium-browser"), 0o755);
  expect(findChromium(path)).toBe(join(root, "b/chromium-browser"));
});
