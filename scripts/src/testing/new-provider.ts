import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { newProviderCommand } from "../new-provider/command.ts";
import { folderWith } from "./folder.ts";

export const FIXTURES: string = join(import.meta.dirname, "../new-provider/fixtures");

/** @returns A workspace with one provider. */
export function newWorkspace(): string {
  return folderWith({
    "specs/first/openapi.yaml": "",
    "packages/first/package.json": JSON.stringify({
      name: "@customer-clients/first",
      version: "1.2.3",
      description: "A client.",
      scripts: { generate: "node ../../scripts/src/generate/cli.ts first" },
    }),
    "packages/first/turbo.json": `{ "inputs": ["specs/first/**"] }`,
  });
}

/** What the command made, or said. */
export interface Made {
  readonly workspace: string;
  readonly code: number;
  readonly printed: string;
  readonly errors: string;
  /** The package's files, texts by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs the command on one of the fixtures. */
export async function make(fixture: string, name: string = fixture): Promise<Made> {
  return run(join(FIXTURES, `${fixture}.yaml`), [name]);
}

/** Runs the command on the first of some files, with the other arguments given. */
export async function makeFrom(files: Readonly<Record<string, string>>, ...commandLine: string[]): Promise<Made> {
  const [main] = Object.keys(files);
  return run(join(folderWith(files), main as string), commandLine);
}

async function run(source: string, commandLine: readonly string[]): Promise<Made> {
  const workspace = newWorkspace();
  let printed = "";
  let errors = "";
  const code = await newProviderCommand([...commandLine, "--from", source], workspace, {
    print: (text) => (printed += text),
    printError: (text) => (errors += text),
  });
  const folder = join(workspace, "packages", commandLine[0] ?? "");
  const paths = code === 0 ? readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true }) : [];
  const files = paths.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() ? [[path.slice(folder.length + 1), readFileSync(path, "utf8")] as const] : [];
  });
  return { workspace, code, printed, errors, files: Object.fromEntries(files) };
}

// biome-ignore lint/suspicious/noExplicitAny: a document that is only looked into.
export function readSpecOf(workspace: string, name: string): any {
  return parse(readFileSync(join(workspace, "specs", name, "openapi.yaml"), "utf8"));
}
