import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How a file on disk is not what the generator would write. */
export type Difference = "missing" | "differs" | "extra";

/**
 * Compares a folder with what should be in it.
 *
 * @param files Texts by file name.
 * @returns The names of the files that are not so, sorted; an extra one is any that the generator doesn't write.
 */
export function differences(folder: string, files: ReadonlyMap<string, string>): Map<string, Difference> {
  const found = new Map<string, Difference>();
  const present = listFiles(folder);
  for (const name of [...new Set([...files.keys(), ...present])].sort()) {
    if (!files.has(name)) found.set(name, "extra");
    else if (!present.includes(name)) found.set(name, "missing");
    else if (readFileSync(join(folder, name), "utf8") !== files.get(name)) found.set(name, "differs");
  }
  return found;
}

/**
 * Writes the files that aren't so already, each as a whole: whatever happens, a file has its old text or its new one.
 *
 * @returns The names of the files that were written.
 */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): string[] {
  const changed = [...differences(folder, files)].flatMap(([name, difference]) =>
    difference === "extra" ? [] : [name],
  );
  if (changed.length > 0) mkdirSync(folder, { recursive: true });
  for (const name of changed) {
    const draft = join(folder, `.${name}.${process.pid}`);
    try {
      writeFileSync(draft, files.get(name) as string);
      renameSync(draft, join(folder, name));
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return changed;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
