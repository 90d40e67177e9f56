// What an entry brings along: openapi-fetch is paid for where it is used, in the program and in the types, and nowhere else.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const packages = ["asiabill", "finan", "lumyri", "pingxx"] as const;
const openapi = /openapi-(fetch|typescript)/;

/** Every module that Node loads for an import, by URL. */
async function modulesOf(specifier: string): Promise<string[]> {
  const program = `
    import { registerHooks } from "node:module";
    registerHooks({ load(url, context, next) { console.log(url); return next(url, context); } });
    await import(${JSON.stringify(specifier)});
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
    cwd: import.meta.dirname,
  });
  return stdout.trim().split("\n");
}

/** Every specifier that a declaration file imports, its own files' and core's included. */
async function declarationImports(file: string, seen = new Set<string>()): Promise<string[]> {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = await readFile(file, "utf8");
  const specifiers = [...source.matchAll(/\b(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    ([, specifier = ""]) => specifier,
  );
  const inner = specifiers.map((specifier) => {
    if (specifier.startsWith(".")) return declarationImports(join(dirname(file), declarationOf(specifier)), seen);
    if (specifier.startsWith("@customer-clients/")) return declarationImports(declarationOf(resolve(specifier)), seen);
    return [];
  });
  return [...specifiers, ...(await Promise.all(inner)).flat()];
}

function resolve(specifier: string): string {
  return fileURLToPath(import.meta.resolve(specifier));
}

function declarationOf(module: string): string {
  return module.replace(/\.[jt]s$/, ".d.ts");
}

describe.each(packages)("@customer-clients/%s", (name) => {
  const main = `@customer-clients/${name}`;

  test.each(["", "/signing"])("the entry %j loads its package and core, nothing else", async (entry) => {
    const modules = await modulesOf(main + entry);
    const others = modules.filter(
      (url) => !/^node:crypto$|\/packages\/(core|asiabill|finan|lumyri|pingxx)\/dist\//.test(url),
    );
    expect(modules.length).toBeGreaterThan(5);
    expect(others).toEqual([]);
  });

  test("the entry /api loads openapi-fetch", async () => {
    expect((await modulesOf(`${main}/api`)).filter((url) => openapi.test(url))).toHaveLength(1);
  });

  test.each(["", "/api", "/signing"])("the declarations of the entry %j need no other package", async (entry) => {
    const specifiers = await declarationImports(declarationOf(resolve(main + entry)));
    expect(specifiers.length).toBeGreaterThan(1);
    const others = specifiers.filter((name) => !/^\.|^#crypto$|^@customer-clients\/core(\/\w+)?$/.test(name));
    expect(others).toEqual([]);
  });
});
