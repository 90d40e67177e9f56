import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

const root = join(import.meta.dirname, "../../..");
const { catalog } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as {
  catalog: Readonly<Record<string, string>>;
};

/** What the first column of a decision's tables names. */
const explained = readdirSync(join(root, "adr")).flatMap((file) =>
  readFileSync(join(root, "adr", file), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .flatMap((line) => line.split("|")[1]?.split(/[,;]/) ?? [])
    .map((cell) => cell.trim().split(" ")[0]),
);

test("a decision says what each dependency is for", () => {
  expect(Object.keys(catalog).length).toBeGreaterThan(10);
  expect(Object.keys(catalog).filter((name) => !name.startsWith("@types/") && !explained.includes(name))).toEqual([]);
});

test("each dependency is pinned to one version", () => {
  const loose = Object.entries(catalog).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});
