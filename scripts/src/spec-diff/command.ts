import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Output, plainOutput } from "../generate/output.ts";
import { UnusableSpecError } from "../spec/problem.ts";
import { writeChangelogs } from "./changelog/write-changelogs.ts";
import { annotations } from "./report/annotations.ts";
import { jsonReport } from "./report/json.ts";
import { markdownReport } from "./report/markdown.ts";
import { textReport } from "./report/text.ts";
import type { Review } from "./review.ts";
import { reviewFiles } from "./review-files.ts";
import { reviewWorkspace } from "./review-workspace.ts";
import { UsageError } from "./usage-error.ts";

const USAGE = `Usage: pnpm spec-diff [--base <ref>] [--format <format>]
       pnpm spec-diff --files <old> <new> [--format <format>] [--fail-on breaking]
       pnpm spec-diff --changelog

Says what a change to a spec does to callers: on the wire, and to those who compile against the client. Without --files it
compares specs/ with the commit that this branch left the main branch at, and checks that the pending changesets declare
what the findings demand. Below 1.0 a break is a minor.

  --base <ref>         another branch, tag or commit than main to compare with
  --files <old> <new>  compares two OpenAPI 3.1 documents, YAML or JSON; there is no gate then
  --format <format>    text (the default), json, markdown (the pull request's comment), github (annotations)
  --json               the same as --format json
  --fail-on breaking   exit code 1 for a breaking finding that nobody accepted
  --changelog          writes specs/<provider>/CHANGELOG.md: what changed since the package's last release
  --help               prints this

A finding is accepted by an entry in specs/<provider>/accepted-changes.yaml:

  - finding: <its id>
    reason: <why callers don't mind>
    expires: 2026-12-31

Exit code: 0 when all is well, 1 when the gate is shut, 2 for a spec, a file or an argument that can't be used.
`;

const FORMATS = ["text", "json", "markdown", "github"] as const;
type Format = (typeof FORMATS)[number];

/** What the command is told besides its arguments. */
export interface Surroundings {
  /** The folder with `specs`, `packages` and `.changeset`. */
  readonly workspace: string;
  readonly output: Output;
  /** Told what takes long; only where somebody looks on. */
  readonly progress?: ((text: string) => unknown) | undefined;
  /** Whether the output is a terminal that shows colours. */
  readonly color: boolean;
  /** In Unix milliseconds. */
  readonly now: () => number;
}

/**
 * `pnpm spec-diff`.
 *
 * @param commandLine The arguments after the command's name.
 * @returns The exit code.
 */
export async function specDiffCommand(commandLine: readonly string[], surroundings: Surroundings): Promise<number> {
  const { workspace, now } = surroundings;
  const { print, printError } = plainOutput(surroundings.output);
  try {
    const { help, changelog, files, base, format, failOnBreaking } = readArguments(commandLine);
    if (help) {
      print(USAGE);
      return 0;
    }
    if (changelog) {
      const written = await writeChangelogs(workspace, now());
      print(written.length > 0 ? `wrote ${written.join(", ")}\n` : "nothing to do\n");
      return 0;
    }
    surroundings.progress?.("Comparing…\n");
    const review = files
      ? await reviewFiles(...files)
      : await reviewWorkspace(workspace, { reference: base, now: now() });
    const text = report(review, format, surroundings.color);
    // Colours are control characters, which no text from outside may bring.
    if (format === "text" && surroundings.color) surroundings.output.print(text);
    else print(text);
    return exitCode(review, failOnBreaking);
  } catch (error) {
    if (!(error instanceof UnusableSpecError || error instanceof UsageError)) throw error;
    printError(`${error.message}\n`);
    return 2;
  }
}

function report(review: Review, format: Format, color: boolean): string {
  if (format === "json") return jsonReport(review);
  if (format === "markdown") return markdownReport(review);
  return format === "github" ? annotations(review) : textReport(review, color);
}

function exitCode({ providers, hasGate }: Review, failOnBreaking: boolean): number {
  const isShut = hasGate && providers.some(({ problems }) => problems.length > 0);
  const breaks = providers.some(({ findings }) => findings.some(({ breaking, accepted }) => breaking && !accepted));
  return isShut || (failOnBreaking && breaks) ? 1 : 0;
}

interface Arguments {
  readonly help: boolean;
  readonly changelog: boolean;
  readonly files: [old: string, revision: string] | undefined;
  readonly base: string | undefined;
  readonly format: Format;
  readonly failOnBreaking: boolean;
}

function readArguments(commandLine: readonly string[]): Arguments {
  const { values, positionals } = parse(commandLine);
  const expect = (condition: boolean, expected: string) => {
    if (!condition) throw new UsageError(`expected ${expected}\n\n${USAGE}`);
  };
  const { files = false, base, json = false, help = false, changelog = false } = values;
  const format = values.format ?? (json ? "json" : "text");
  expect(isFormat(format), `--format to be one of ${FORMATS.join(", ")}, found ${JSON.stringify(format)}`);
  expect(!json || format === "json", "--json or another --format, not both");
  expect(
    [undefined, "breaking"].includes(values["fail-on"]),
    `--fail-on breaking, found ${JSON.stringify(values["fail-on"])}`,
  );
  expect(!files || positionals.length === 2, `two documents behind --files, found ${positionals.length}`);
  expect(files || positionals.length === 0, `no argument without --files, found ${JSON.stringify(positionals[0])}`);
  expect(!(files && (base !== undefined || changelog)), "--files without --base and --changelog");
  const [old = "", revision = ""] = positionals.map(fromCaller);
  return {
    help,
    changelog,
    files: files ? [old, revision] : undefined,
    base,
    format: format as Format,
    failOnBreaking: values["fail-on"] !== undefined,
  };
}

function parse(commandLine: readonly string[]) {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: {
        files: flag,
        base: text,
        format: text,
        json: flag,
        "fail-on": text,
        changelog: flag,
        help: { ...flag, short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function isFormat(text: string): text is Format {
  return (FORMATS as readonly string[]).includes(text);
}

/** A path as it was meant where pnpm was called, which runs scripts in the root. */
function fromCaller(path: string): string {
  const called = process.env.INIT_CWD;
  return called !== undefined && !existsSync(path) && existsSync(resolve(called, path)) ? resolve(called, path) : path;
}
