import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @returns Why a test can't run that needs programs of the system: the ones that aren't on the path; nothing when all are. */
export function missingTools(...names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const missing = names.filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  return missing.length > 0 ? `not on the path: ${missing.join(", ")}` : undefined;
}
