import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { stringify } from "yaml";
import { generate } from "../generate/generate.ts";
import { pascalCase } from "../generate/identifiers.ts";
import { type Output, plainOutput } from "../generate/output.ts";
import { UnusableSpecError } from "../spec/problem.ts";
import { type Added, addClient } from "./add-client.ts";
import { hoistReferences } from "./hoist.ts";
import { nameParts } from "./name-parts.ts";
import { PATTERN_FILES, type Pattern, packageFiles } from "./package-files.ts";
import { readSource } from "./read-source.ts";
import { makeSendable } from "./sendable.ts";
import { UsageError } from "./usage-error.ts";

const USAGE = `Usage: pnpm new-provider <name> --from <openapi.yaml or .json> [--title <PascalName>]

Makes specs/<name>/openapi.yaml and packages/<name> from an OpenAPI 3.0 or 3.1 document: a package that compiles, to go on from
by hand. Either all of it is made or nothing.

  --from    the document's file; it may refer to other files in its folder
  --title   the client's name, which create<PascalName>Client is made of; by default the name in Pascal case
  --help    prints this

Exit code: 0 when the package is made, 2 for a document or an argument that can't be used.
`;

/** Packages that are no provider's. */
const NO_PROVIDERS = ["core", "sandbox"];

/**
 * `pnpm new-provider`.
 *
 * @param commandLine The arguments after the command's name.
 * @param workspace The folder with `specs` and `packages`.
 * @param rawOutput Where to write what there is to say.
 * @returns The exit code.
 */
export async function newProviderCommand(commandLine: string[], workspace: string, rawOutput: Output): Promise<number> {
  const output = plainOutput(rawOutput);
  try {
    const { help, name, title, from } = readArguments(commandLine, workspace);
    if (help) {
      output.print(USAGE);
      return 0;
    }
    const document = await readSource(from);
    hoistReferences(document);
    makeSendable(document);
    nameParts(document, title);
    const added = addClient(document, title);
    await makeProvider(workspace, name, providerFiles(name, title, added, findPattern(workspace)));
    output.print(report(name, added));
    return 0;
  } catch (error) {
    if (!(error instanceof UnusableSpecError || error instanceof UsageError)) throw error;
    output.printError(`${error.message}\n`);
    return 2;
  }
}

function readArguments(
  commandLine: string[],
  workspace: string,
): { help: boolean; name: string; title: string; from: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(commandLine);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [name = "", ...others] = positionals;
  const { help, from = "", title = pascalCase(name) } = values;
  const expect = (condition: boolean, expected: string) => {
    if (!condition) throw new UsageError(`expected ${expected}\n\n${USAGE}`);
  };
  if (help) return { help, name, title, from };
  expect(others.length === 0 && /^[a-z][a-z0-9-]*$/.test(name), "one name of lower-case letters, digits and hyphens");
  expect(from !== "", "--from and the document's file");
  expect(/^[A-Z][A-Za-z0-9]*$/.test(title), "a title in Pascal case, such as AsiaBill");
  expect(!NO_PROVIDERS.includes(name), `another name than ${NO_PROVIDERS.join(" and ")}`);
  for (const folder of ["specs", "packages"]) {
    expect(!existsSync(join(workspace, folder, name)), `a name that isn't taken: there is a ${folder}/${name}`);
  }
  return { help, name, title, from };
}

function parse(commandLine: string[]) {
  return parseArgs({
    args: commandLine,
    allowPositionals: true,
    options: {
      from: { type: "string" },
      title: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}

/** Another provider's package, whose settings the new one gets. */
function findPattern(workspace: string): Pattern {
  const name = readdirSync(join(workspace, "specs"))
    .sort()
    .find((candidate) => existsSync(join(workspace, "packages", candidate, "package.json")));
  if (name === undefined) throw new UsageError("expected a provider in specs/ whose package the new one can go by");
  const paths = PATTERN_FILES.filter((path) => existsSync(join(workspace, "packages", name, path)));
  return {
    name,
    files: new Map(paths.map((path) => [path, readFileSync(join(workspace, "packages", name, path), "utf8")])),
  };
}

/** @returns All files of the provider, texts by path in the workspace. */
function providerFiles(name: string, title: string, added: Added, pattern: Pattern): Map<string, string> {
  const { document, security, environments } = added;
  const path = `specs/${name}/openapi.yaml`;
  const spec = stringify(document, { lineWidth: 120, aliasDuplicateObjects: false });
  const files = new Map([[path, spec]]);
  for (const [file, text] of packageFiles({ name, title, security, environments }, pattern)) {
    files.set(`packages/${name}/${file}`, text);
  }
  return files;
}

/** Makes the files elsewhere, and puts them where they belong when there is nothing left that could fail. */
async function makeProvider(workspace: string, name: string, files: Map<string, string>): Promise<void> {
  const draft = mkdtempSync(join(workspace, ".new-provider-"));
  const made: string[] = [];
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), text);
    }
    const spec = `specs/${name}/openapi.yaml`;
    const generated = join(draft, "packages", name, "src/generated");
    mkdirSync(generated);
    for (const [file, text] of (await generate(join(draft, spec), spec)).files)
      writeFileSync(join(generated, file), text);
    for (const folder of [`specs/${name}`, `packages/${name}`]) {
      renameSync(join(draft, folder), join(workspace, folder));
      made.push(folder);
    }
  } catch (error) {
    for (const folder of made) rmSync(join(workspace, folder), { recursive: true });
    throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function report(name: string, { methods, leftOut, security, environments }: Added): string {
  const lines = [
    `specs/${name}/openapi.yaml and packages/${name} are made: ${methods} methods.`,
    ...(leftOut.length > 0 ? [`${leftOut.length} operations have no method, and are reached through /api:`] : []),
    ...leftOut.map(({ operation, reason }) => `  ${operation}: ${reason}`),
    "",
    "Next:",
    `- Read x-client in specs/${name}/openapi.yaml: the envelope is guessed, the methods' names come from the paths, and no list is`,
    "  paged yet. Mark what is a secret or a person's data with x-sensitive.",
    `- Read packages/${name}/src/auth.ts${security.unsupported.length > 0 ? `, and write what ${security.unsupported.join(", ")} needs` : ""}. A request that is signed needs its rule there.`,
    ...(environments.length === 0
      ? ["- No server in the document can be sent to over https: name one in servers."]
      : []),
    `- pnpm lint:specs ${name}, pnpm generate ${name}, pnpm build`,
    "",
  ];
  return lines.join("\n");
}
