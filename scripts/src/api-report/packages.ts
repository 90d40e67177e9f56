import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A module that can be imported from a package. */
export interface Entry {
  /** `index`, or as in `exports`: `api`. */
  readonly name: string;
  /** Where it is in `dist`, without its extension: `index`, `inspect/inspect`. */
  readonly module: string;
}

/** A package that gets published. */
export interface PublishedPackage {
  /** Of its folder in `packages`. */
  readonly name: string;
  readonly folder: string;
  /** What can be imported from it. */
  readonly entries: readonly Entry[];
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
      const entries = Object.entries<unknown>(exports).flatMap(([key, path]): Entry[] => {
        const [, module] = /^\.\/dist\/(.+)\.js$/.exec(String(path)) ?? [];
        return module === undefined ? [] : [{ name: key === "." ? "index" : key.slice("./".length), module }];
      });
      return isPrivate ? [] : [{ name, folder, entries }];
    });
}
