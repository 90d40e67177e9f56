import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { isInside } from "./environment.ts";
import type { Release } from "./release.ts";

/**
 * Makes sure that a consumer has only what the registry gave it.
 *
 * @param folder - The consumer, installed.
 * @param releases - What was published.
 * @throws Error when a package lies elsewhere, has another version than the one that was published, or when a folder above
 * would lend it packages.
 */
export function checkIsolation(folder: string, releases: readonly Release[]): void {
  const home = realpathSync(folder);
  for (let above = dirname(home); above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, "node_modules"))) throw new Error(`${above} has a node_modules: ${folder} would use it`);
  }
  for (const { name, version } of releases) {
    const place = join(folder, "node_modules", name);
    if (!existsSync(place)) continue;
    const real = realpathSync(place);
    if (!isInside(real, home)) throw new Error(`${name}: expected it inside ${home}, found ${real}`);
    const found = (JSON.parse(readFileSync(join(real, "package.json"), "utf8")) as Release).version;
    if (found !== version) throw new Error(`${name}: expected version ${version}, found ${found}`);
  }
}
