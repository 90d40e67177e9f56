import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The repository's top folder. */
export const root: string = join(import.meta.dirname, "../..");

/** The providers that have a spec, by name. */
export const providers: readonly string[] = readdirSync(join(root, "specs"))
  .filter((name) => existsSync(join(root, "specs", name, "openapi.yaml")))
  .sort();
