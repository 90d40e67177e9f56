import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { providers, root } from "../workspace.ts";

const shared = [
  "package.json",
  "pnpm-lock.yaml",
  "pnpm-workspace.yaml",
  "turbo.json",
  "tsconfig.base.json",
  "redocly.yaml",
  "biome.json",
];

/**
 * Makes a workspace as this one, with more providers: copies of ours, each under a name of its own. It has no sandbox, which
 * stands in for four providers and would be rebuilt with each of them, and no tests.
 *
 * @param folder - Where; it is not to be there yet.
 * @param count - How many providers.
 * @returns Their names.
 */
export function makeWorkspace(folder: string, count: number): string[] {
  mkdirSync(join(folder, "packages"), { recursive: true });
  for (const name of shared) cpSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, ".gitignore"), readFileSync(join(root, ".gitignore")));
  copySource(join(root, "scripts"), join(folder, "scripts"));
  copySource(join(root, "packages/core"), join(folder, "packages/core"));
  for (const file of readdirSync(join(root, "specs"), { withFileTypes: true })) {
    if (file.isFile()) cpSync(join(root, "specs", file.name), join(folder, "specs", file.name));
  }
  return Array.from({ length: count }, (_, index) => {
    const model = providers[index % providers.length] as string;
    const name = `${model}${Math.floor(index / providers.length)}`;
    cpSync(join(root, "specs", model), join(folder, "specs", name), { recursive: true });
    const target = join(folder, "packages", name);
    copySource(join(root, "packages", model), target);
    for (const file of ["package.json", "turbo.json"]) rename(join(target, file), model, name);
    exempt(join(folder, "redocly.yaml"), model, name);
    return name;
  });
}

function copySource(from: string, to: string): void {
  const left = /(^|[\\/])(node_modules|dist|\.turbo|api)$|\.test\.ts$|[\\/](crash|bench)$/;
  cpSync(from, to, { recursive: true, filter: (path) => path === from || !left.test(path.slice(from.length)) });
}

/** Gives a copy the exemptions that its model's spec has from the rules. */
function exempt(file: string, model: string, name: string): void {
  const text = readFileSync(file, "utf8");
  const [block = ""] = new RegExp(`^  ${model}:\\n(    .*\\n?)+`, "m").exec(text) ?? [];
  const copy = block.replace(`  ${model}:`, `  ${name}:`).replace(`specs/${model}/`, `specs/${name}/`);
  writeFileSync(file, `${text.trimEnd()}\n${copy}`);
}

function rename(file: string, model: string, name: string): void {
  const text = readFileSync(file, "utf8").replaceAll(`/${model}`, `/${name}`).replaceAll(` ${model}"`, ` ${name}"`);
  writeFileSync(file, text);
}
