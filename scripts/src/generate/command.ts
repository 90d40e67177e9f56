import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { UnusableSpecError } from "../spec/problem.ts";
import { generate } from "./generate.ts";
import { type Output, plainOutput } from "./output.ts";
import { type Difference, differences, writeFiles } from "./write.ts";

const USAGE = `Usage: pnpm generate [provider…] [--check]

Makes packages/<provider>/src/generated/ from specs/<provider>/openapi.yaml, for the providers named, else for all.

  --check   writes nothing; names each generated file that isn't what its spec gives
  --help    prints this

Exit code: 0 when all is well, 1 when --check found a difference, 2 for a spec or an argument that can't be used.
`;

const REASONS: Readonly<Record<Difference, string>> = {
  missing: "missing: run `pnpm generate`",
  differs: "not what its spec gives: run `pnpm generate`",
  extra: "not made by the generator: delete it",
};

/** Of one spec; somebody else's can have hundreds. */
const MAX_NOTES = 5;

/** Something wrong with how the command was called. */
class UsageError extends Error {}

/**
 * `pnpm generate`.
 *
 * @param commandLine The arguments after the command's name.
 * @param workspace The folder with `specs` and `packages`.
 * @param rawOutput Where to write what there is to say.
 * @returns The exit code.
 */
export async function generateCommand(commandLine: string[], workspace: string, rawOutput: Output): Promise<number> {
  const output = plainOutput(rawOutput);
  try {
    const { providers, check, help } = readArguments(commandLine, workspace);
    if (help) {
      output.print(USAGE);
      return 0;
    }
    let drifted = 0;
    for (const provider of providers) drifted += await generateProvider(provider, workspace, check, output);
    return drifted > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UnusableSpecError || error instanceof UsageError)) throw error;
    output.printError(`${error.message}\n`);
    return 2;
  }
}

/** @returns How many files aren't what they should be, when they are only checked. */
async function generateProvider(provider: string, workspace: string, check: boolean, output: Output): Promise<number> {
  const spec = `specs/${provider}/openapi.yaml`;
  const folder = join(workspace, "packages", provider, "src/generated");
  const { files, notes } = await generate(shown(join(workspace, spec)), spec);
  for (const note of notes.slice(0, MAX_NOTES)) output.printError(`${note}\n`);
  if (notes.length > MAX_NOTES) output.printError(`and ${notes.length - MAX_NOTES} more notes like these\n`);
  if (!check) {
    const written = writeFiles(folder, files);
    output.print(`${provider}: ${written.length > 0 ? `wrote ${written.join(", ")}` : "nothing to do"}\n`);
    return 0;
  }
  const found = differences(folder, files);
  for (const [name, difference] of found) output.printError(`${shown(join(folder, name))}: ${REASONS[difference]}\n`);
  return found.size;
}

function readArguments(
  commandLine: string[],
  workspace: string,
): { providers: string[]; check: boolean; help: boolean } {
  const known = readdirSync(join(workspace, "specs"))
    .filter((name) => existsSync(join(workspace, "specs", name, "openapi.yaml")))
    .sort();
  try {
    const { values, positionals } = parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: { check: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
    });
    for (const name of positionals) {
      if (!known.includes(name))
        throw new Error(`expected a provider (${known.join(", ")}), found ${JSON.stringify(name)}`);
    }
    const providers = positionals.length > 0 ? known.filter((name) => positionals.includes(name)) : known;
    for (const name of providers) {
      if (!existsSync(join(workspace, "packages", name)))
        throw new Error(`expected a folder packages/${name} for specs/${name}`);
    }
    return { ...values, providers };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** A path as it reads from where the command was started. */
function shown(path: string): string {
  return relative(process.cwd(), path);
}
