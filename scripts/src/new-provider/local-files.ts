import { realpathSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { parse } from "yaml";
import { isObject } from "../spec/pointer.ts";
import { UsageError } from "./usage-error.ts";

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_FILES = 10_000;
const MAX_ALIASES = 1_000;

/**
 * Finds the files that a document consists of, before any tool opens one: the bundler would follow a reference anywhere.
 *
 * @param entry The document's own file.
 * @returns The real paths of all its files, its own first.
 * @throws {UsageError} For a reference that isn't to a YAML or JSON file in the document's own folder.
 */
export async function filesOf(entry: string): Promise<string[]> {
  const root = realPath(entry, entry);
  const folder = dirname(root);
  const files = new Set([root]);
  for (const file of files) {
    if (files.size > MAX_FILES) throw new UsageError(`${entry}: expected at most ${MAX_FILES} files`);
    for (const target of await referencesIn(file)) {
      const shown = `${relative(process.cwd(), file)}: ${JSON.stringify(target)}`;
      if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target) || isAbsolute(target) || !/\.(?:ya?ml|json)$/i.test(target)) {
        throw new UsageError(`${shown}: expected a reference to a YAML or JSON file in the document's folder`);
      }
      const path = realPath(resolve(dirname(file), target), shown);
      if (!path.startsWith(folder + sep)) {
        throw new UsageError(`${shown}: expected a reference that doesn't leave the document's folder`);
      }
      files.add(path);
    }
  }
  return [...files];
}

/**
 * @returns What a YAML or JSON file says.
 * @throws {UsageError} When it can't be read, or says nothing that is YAML.
 */
export async function readYaml(file: string): Promise<unknown> {
  const { size } = await stat(realPath(file, file));
  if (size > MAX_BYTES) throw new UsageError(`${file}: expected at most ${MAX_BYTES} bytes`);
  try {
    return parse(await readFile(file, "utf8"), { maxAliasCount: MAX_ALIASES });
  } catch (error) {
    throw new UsageError(`${file}: expected YAML or JSON: ${(error as Error).message}`);
  }
}

/** The files that one file refers to, as it spells them. */
async function referencesIn(file: string): Promise<Set<string>> {
  const targets = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === "string") targets.add(value.split("#", 1)[0] as string);
  };
  const search = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(search);
    if (!isObject(value)) return;
    for (const key of ["$ref", "externalValue", "operationRef"]) collect(value[key]);
    // A mapping may also name a schema, which looks like no file.
    const { mapping } = isObject(value.discriminator) ? value.discriminator : {};
    for (const target of isObject(mapping) ? Object.values(mapping) : []) {
      if (typeof target === "string" && /[/.]/.test(target)) collect(target);
    }
    Object.values(value).forEach(search);
  };
  search(await readYaml(file));
  targets.delete("");
  return targets;
}

function realPath(path: string, shown: string): string {
  try {
    return realpathSync(path);
  } catch {
    throw new UsageError(`${shown}: expected a file that can be read`);
  }
}
