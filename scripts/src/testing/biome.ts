import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "./folder.ts";

const workspace = join(import.meta.dirname, "../../..");

/**
 * Checks files as the repository's own are.
 *
 * @param files Texts by path.
 * @returns What Biome reports: "" when all is well.
 */
export function biomeFindings(files: Readonly<Record<string, string>>): string {
  const { formatter, linter } = JSON.parse(readFileSync(join(workspace, "biome.json"), "utf8"));
  const folder = folderWith({
    ...files,
    "biome.json": `${JSON.stringify({ root: true, formatter, linter }, null, 2)}\n`,
  });
  const biome = join(workspace, "node_modules/@biomejs/biome/bin/biome");
  const command = [biome, "check", "--colors=off", ...Object.keys(files)];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: "utf8", cwd: folder });
  return status === 0 ? "" : stdout + stderr;
}
