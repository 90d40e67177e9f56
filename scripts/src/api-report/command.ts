import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Output } from "../generate/output.ts";
import { type Difference, differences, writeFiles } from "../generate/write.ts";
import { type PublishedPackage, publishedPackages } from "./packages.ts";
import { apiReports } from "./report.ts";

const USAGE = `Usage: pnpm api-report [package…] [--check]

Writes down what each entry of a built package exports, in packages/<package>/api/<entry>.api.md, for the packages named,
else for all. The reports are committed, so that a change to what callers can use is seen in review.

  --check   writes nothing; shows each report that isn't what its package exports
  --help    prints this

Exit code: 0 when all is well, 1 when --check found a difference or a package isn't built, 2 for a wrong argument.
`;

const REASONS: Readonly<Record<Difference, string>> = {
  missing: "missing: run `pnpm api-report`",
  differs: "not what the package exports: run `pnpm api-report` if that is meant",
  extra: "of no entry: delete it",
};

/** Of one report. */
const MAX_LINES = 20;

/** Something wrong with how the command was called. */
class UsageError extends Error {}

/**
 * `pnpm api-report`.
 *
 * @param commandLine The arguments after the command's name.
 * @param workspace The folder with `packages`.
 * @returns The exit code.
 */
export function apiReportCommand(commandLine: string[], workspace: string, output: Output): number {
  try {
    const { packages, check, help } = readArguments(commandLine, workspace);
    if (help) {
      output.print(USAGE);
      return 0;
    }
    const differing = packages.map((published) => reportPackage(published, check, output));
    return differing.some((count) => count > 0) ? 1 : 0;
  } catch (error) {
    output.printError(`${(error as Error).message}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** @returns How many reports aren't what they should be, when they are only checked. */
function reportPackage(published: PublishedPackage, check: boolean, output: Output): number {
  const folder = join(published.folder, "api");
  const reports = apiReports(published);
  if (!check) {
    const written = writeFiles(folder, reports);
    output.print(`${published.name}: ${written.length > 0 ? `wrote ${written.join(", ")}` : "nothing to do"}\n`);
    return 0;
  }
  const found = differences(folder, reports);
  for (const [name, difference] of found) {
    const file = join(folder, name);
    output.printError(`${relative(process.cwd(), file)}: ${REASONS[difference]}\n`);
    if (difference === "differs") {
      output.printError(changedLines(readFileSync(file, "utf8"), reports.get(name) as string));
    }
  }
  return found.size;
}

/** The lines that only one of two texts has. */
function changedLines(before: string, after: string): string {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const lines = [
    ...old.filter((line) => !now.includes(line)).map((line) => `  - ${line}\n`),
    ...now.filter((line) => !old.includes(line)).map((line) => `  + ${line}\n`),
  ];
  const rest = lines.length - MAX_LINES;
  return lines.slice(0, MAX_LINES).join("") + (rest > 0 ? `  and ${rest} more\n` : "");
}

function readArguments(
  commandLine: string[],
  workspace: string,
): { packages: PublishedPackage[]; check: boolean; help: boolean } {
  const known = publishedPackages(workspace);
  const names = known.map(({ name }) => name);
  try {
    const { values, positionals } = parseArgs({
      args: commandLine,
      allowPositionals: true,
      options: { check: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
    });
    const unknown = positionals.find((name) => !names.includes(name));
    if (unknown !== undefined) {
      throw new Error(`expected a package (${names.join(", ")}), found ${JSON.stringify(unknown)}`);
    }
    return { ...values, packages: known.filter(({ name }) => positionals.length === 0 || positionals.includes(name)) };
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
