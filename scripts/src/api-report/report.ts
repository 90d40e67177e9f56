import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { Entry, PublishedPackage } from "./packages.ts";

/**
 * What each entry of a built package exports, with every type that is reached from there, but no body and no comment: what can
 * be used, and so what can break.
 *
 * @returns Texts by file name, such as `index.api.md`.
 * @throws Error when the package isn't built, or its declarations don't compile.
 */
export function apiReports({ name, folder, entries }: PublishedPackage): Map<string, string> {
  const output = mkdtempSync(join(tmpdir(), "customer-clients-api-"));
  try {
    const configs = entries.map((entry) => configOf(folder, entry, entries, output));
    const [first] = configs;
    if (!first) return new Map();
    const compilerState = CompilerState.create(first, {
      additionalEntryPoints: configs.map((config) => config.mainEntryPointFilePath),
    });
    for (const config of configs) run(config, compilerState, name);
    const files = entries.map((entry) => `${entry.name}.api.md`);
    return new Map(files.map((file) => [file, readFileSync(join(output, file), "utf8")]));
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function configOf(folder: string, entry: Entry, entries: readonly Entry[], output: string): ExtractorConfig {
  const declarations = join(folder, `dist/${entry.module}.d.ts`);
  if (!existsSync(declarations)) throw new Error(`${declarations}: expected it to be there: run \`pnpm build\``);
  mkdirSync(join(output, "temp"), { recursive: true });
  // Compiling is the build's task; the other remarks are about TSDoc, which isn't what comments are written in here.
  const silent = { logLevel: ExtractorLogLevel.None };
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(folder, "package.json"),
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: declarations,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "es2022",
            lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"],
            module: "nodenext",
            strict: true,
            exactOptionalPropertyTypes: true,
            types: [],
          },
          files: entries.map(({ module }) => `dist/${module}.d.ts`),
        },
      },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: entry.name,
        reportFolder: output,
        reportTempFolder: join(output, "temp"),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: silent },
        extractorMessageReporting: { default: silent },
        tsdocMessageReporting: { default: silent },
      },
    },
  });
}

function run(config: ExtractorConfig, compilerState: CompilerState, name: string): void {
  try {
    Extractor.invoke(config, {
      compilerState,
      localBuild: true,
      messageCallback: (message) => {
        message.handled = true;
      },
    });
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new Error(`${name}: expected declarations that compile; ${reason}`, { cause: error });
  }
}
