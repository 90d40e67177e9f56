import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { folderWith } from "./folder.ts";

const workspace = join(import.meta.dirname, "../../..");

/** The compilers that a user of the packages may have. */
export const COMPILERS: Readonly<Record<string, string>> = {
  "TypeScript 7": join(workspace, "node_modules/typescript/bin/tsc"),
  "TypeScript 5.9": join(workspace, "scripts/node_modules/typescript/bin/tsc"),
};

/**
 * Compiles modules under the packages' own settings.
 *
 * @param compiler One of {@link COMPILERS}.
 * @param files Texts by path.
 * @returns What the compiler reports: "" when all is well.
 */
export function compile(compiler: string, files: Readonly<Record<string, string>>): string {
  const settings = {
    extends: join(workspace, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true,
      lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
      typeRoots: [join(workspace, "scripts/node_modules/@types")],
      types: ["node"],
      paths: {
        "@customer-clients/core": [join(workspace, "packages/core/src/index.ts")],
        "@customer-clients/core/*": [join(workspace, "packages/core/src/*.ts")],
        "#crypto": [join(workspace, "packages/core/src/crypto/node.ts")],
      },
    },
  };
  const folder = folderWith({
    "package.json": `{ "type": "module" }`,
    "tsconfig.json": JSON.stringify(settings),
    ...files,
  });
  return spawnSync(process.execPath, [COMPILERS[compiler] as string, "-p", folder], { encoding: "utf8", cwd: folder })
    .stdout;
}
