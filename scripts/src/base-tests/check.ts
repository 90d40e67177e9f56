import { execFile } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { selfContained } from "./self-contained.ts";

/** What became of the base's code. */
export interface Finding {
  /** How many files were compiled. */
  readonly files: number;
  /** How many weren't, since they use more than the packages. */
  readonly leftOut: number;
  /** What no longer compiles: `tests/src/demo/finan.ts:12: TS2339: …`. */
  readonly errors: readonly string[];
}

/**
 * Compiles the base's tests and consumers with the packages as they are built now.
 *
 * @param folder - Where they are, within a package that depends on the clients.
 * @param config - The tsconfig to compile them with.
 */
export async function checkCallers(folder: string, config: string): Promise<Finding> {
  const { resolve } = createRequire(join(folder, "package.json"));
  const isThere = (specifier: string): boolean => {
    if (specifier.startsWith("node:")) return true;
    if (specifier.startsWith("@customer-clients/")) return !specifier.startsWith("@customer-clients/scripts");
    const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
    return (resolve.paths(name) ?? []).some((place) => readdir(join(place, name)).length > 0);
  };
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
  const files = selfContained(all, isThere);
  const settings = {
    extends: relative(folder, config),
    files: files.map((file) => relative(folder, file)),
    include: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(settings));
  const output = await compile(config, folder);
  const errors = [...output.matchAll(/^(.+)\((\d+),\d+\): error (.*(?:\n {2}.*)*)/gm)].map(
    ([, file = "", line, message]) => `${relative(folder, join(process.cwd(), file))}:${line}: ${message}`,
  );
  if (errors.length === 0 && output.includes("error TS")) throw new Error(`tsc: ${output.trim()}`);
  return { files: files.length, leftOut: all.length - files.length, errors };
}

/** What the compiler of the package with this tsconfig says. */
function compile(config: string, folder: string): Promise<string> {
  const program = join(createRequire(config).resolve("typescript/package.json"), "../bin/tsc");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, "-p", folder, "--pretty", "false"],
      { maxBuffer: 2 ** 26 },
      (_, stdout, stderr) => resolve(stdout + stderr),
    );
  });
}

function readdir(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
