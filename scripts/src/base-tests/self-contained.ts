import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const specifiers = /\b(?:from|import)\s*\(?\s*"([^"]+)"/g;

/**
 * The files that can be compiled here: those that import only what there is, and only files of which the same is true.
 *
 * @param files - Paths of all files.
 * @param isThere - Whether a package can be imported by this name.
 */
export function selfContained(files: readonly string[], isThere: (specifier: string) => boolean): string[] {
  const imports = new Map(
    files.map((file) => [file, [...readFileSync(file, "utf8").matchAll(specifiers)].map(([, name = ""]) => name)]),
  );
  const kept = new Set(files);
  const isUsable = (file: string, specifier: string): boolean => {
    if (!specifier.startsWith(".")) return isThere(specifier);
    const path = join(dirname(file), specifier);
    return path.endsWith(".json") ? existsSync(path) : kept.has(path);
  };
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const file of kept) {
      if (!imports.get(file)?.every((specifier) => isUsable(file, specifier))) kept.delete(file);
    }
  }
  return [...kept];
}
