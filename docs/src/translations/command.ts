import { parseArgs } from "node:util";
import { type Output, plainOutput } from "@customer-clients/scripts/src/generate/output.ts";
import { UnusableSpecError } from "@customer-clients/scripts/src/spec/problem.ts";
import { acceptOriginals, NothingToAcceptError } from "./accept.ts";
import { jsonReport, textReport } from "./report.ts";
import { providersIn, survey, TRANSLATED } from "./survey.ts";

const USAGE = `Usage: pnpm docs:translations [provider…] [--language <tag>] [--release] [--json]
       pnpm docs:translations <provider> --language <tag> --accept <pointer>

Says how much of each spec is translated in specs/<provider>/translations/<language>.yaml, which translations are stale,
since their English has changed, and which are missing. Checks that each translation keeps the code, numbers, marks and
addresses of its original, and the words of docs/src/translations/glossary.yaml.

  --language <tag>    ${TRANSLATED.join(" or ")}; all unless told otherwise
  --release           stale and missing translations are wrong too
  --json              prints what there is as JSON
  --accept <pointer>  takes the English as it is now for the original of this translation, which you have looked at;
                      may be given several times
  --help              prints this

Exit code: 0 when all is well, 1 when something is wrong, 2 for a spec, a file of translations or an argument that can't
be used.
`;

/** Something wrong with how the command was called. */
class UsageError extends Error {}

/**
 * `pnpm docs:translations`.
 *
 * @param commandLine The arguments after the command's name.
 * @param workspace The folder with `specs`.
 * @param rawOutput Where to write what there is to say.
 * @returns The exit code.
 */
export function translationsCommand(commandLine: string[], workspace: string, rawOutput: Output): number {
  const output = plainOutput(rawOutput);
  try {
    const { providers, languages, accept, release, json, help } = readArguments(commandLine, workspace);
    if (help) {
      output.print(USAGE);
      return 0;
    }
    const surveyed = survey(workspace, providers, languages);
    if (accept.length > 0) {
      for (const one of surveyed) output.print(acceptOriginals(one, accept));
      return 0;
    }
    output.print(json ? jsonReport(surveyed) : textReport(surveyed));
    if (!json) {
      for (const { file, line, column, message } of surveyed.flatMap(({ problems }) => problems)) {
        output.printError(`${file}:${line}:${column}: ${message}\n`);
      }
    }
    const wrong = surveyed.some(
      ({ problems, coverage: { stale, missing } }) =>
        problems.length > 0 || (release && stale.length + missing.length > 0),
    );
    return wrong ? 1 : 0;
  } catch (error) {
    const expected = [UnusableSpecError, UsageError, NothingToAcceptError].some((kind) => error instanceof kind);
    if (!expected) throw error;
    output.printError(`${(error as Error).message}\n`);
    return 2;
  }
}

function readArguments(commandLine: string[], workspace: string) {
  const known = providersIn(workspace);
  try {
    const { values, positionals } = parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: {
        language: { type: "string", multiple: true, default: [] },
        accept: { type: "string", multiple: true, default: [] },
        release: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { language, accept, ...flags } = values;
    const providers = oneOf(positionals, known, "a provider");
    const languages = oneOf(language, TRANSLATED, "a language");
    if (accept.length > 0 && (providers.length !== 1 || languages.length !== 1)) {
      throw new Error("expected one provider and one --language with --accept");
    }
    return { ...flags, accept, providers, languages };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** @returns Those that were named, or all. */
function oneOf(named: readonly string[], known: readonly string[], what: string): readonly string[] {
  for (const name of named) {
    if (!known.includes(name)) throw new Error(`expected ${what} (${known.join(", ")}), found ${JSON.stringify(name)}`);
  }
  return named.length > 0 ? known.filter((name) => named.includes(name)) : known;
}
