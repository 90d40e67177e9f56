// What an editor shows of a package: a docstring for each export, and "go to definition" in source that reads well.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { packAll } from "./tarballs.ts";

const { tarballs, remove } = await packAll();
afterAll(remove);

const declared = /^export (?:declare )?(?:abstract )?(?:class|const|function|interface|type) (\w+)/;

describe.each(tarballs)("$name", ({ path, files }) => {
  const declarations = [...files.keys()].filter((file) => file.endsWith(".d.ts"));

  test("every exported declaration has a docstring", async () => {
    const bare: string[] = [];
    let seen = 0;
    for (const file of declarations) {
      // Made by openapi-typescript: what a schema, a path or a field is called there has the specification's own description.
      if (file === "dist/generated/schema.d.ts") continue;
      const lines = (await readFile(join(path, file), "utf8")).split("\n");
      for (const [index, line] of lines.entries()) {
        const [, name] = declared.exec(line) ?? [];
        if (name === undefined) continue;
        seen++;
        if (!lines[index - 1]?.endsWith("*/") && !declaredAbove(lines.slice(0, index), name))
          bare.push(`${file}: ${name}`);
      }
    }
    expect(seen).toBeGreaterThan(5);
    expect(bare).toEqual([]);
  });

  test("every exported declaration leads to the line of source that declares it", async () => {
    const astray: string[] = [];
    for (const file of declarations) {
      const text = await readFile(join(path, file), "utf8");
      const map = JSON.parse(await readFile(join(path, `${file}.map`), "utf8"));
      const source = join(path, file, "..", map.sourceRoot ?? "", map.sources[0]);
      expect(map.sources, file).toHaveLength(1);
      expect(source.startsWith(join(path, "src")) && existsSync(source), `${file}: ${source}`).toBe(true);
      const sourceLines = (await readFile(source, "utf8")).split("\n");
      const mappings = new SourceMap(map);
      for (const [index, line] of text.split("\n").entries()) {
        const [whole, name] = declared.exec(line) ?? [];
        if (whole === undefined || name === undefined) continue;
        const entry = mappings.findEntry(index, whole.length - name.length);
        const isThere = "originalLine" in entry && sourceLines[entry.originalLine]?.includes(name);
        if (!isThere) astray.push(`${file}:${index + 1}: ${name}`);
      }
    }
    expect(astray).toEqual([]);
  });
});

/** An overload is described at the first of them. */
function declaredAbove(lines: readonly string[], name: string): boolean {
  return lines.some((line) => declared.exec(line)?.[1] === name);
}
