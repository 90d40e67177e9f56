import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package that gets published. */
export interface PublishedPackage {
  /** Of its folder in `packages`. */
  readonly name: string;
  readonly folder: string;
  /** The modules that can be imported from it: `index`, `api`. */
  readonly entries: readonly string[];
}

/**
 * The packages of a workspace that aren't private, by name.
 *
 * @param workspace - The folder with `packages`.
 */
export function publishedPackages(workspace: string): PublishedPackage[] {
  const packages = join(workspace, "packages");
  return readdirSync(packages)
    .sort()
    .flatMap((name) => {
      const folder = join(packages, name);
      const file = join(folder, "package.json");
      if (!existsSync(file)) return [];
      const { private: isPrivate, exports = {} } = JSON.parse(readFileSync(file, "utf8"));
      const entries = Object.values<unknown>(exports).flatMap(
        (path) => /^\.\/dist\/(.+)\.js$/.exec(String(path))?.[1] ?? [],
      );
      return isPrivate ? [] : [{ name, folder, entries }];
    });
}
