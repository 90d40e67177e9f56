// `pnpm check-base-tests`: does what was written against the base branch still compile?
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkOutCallers, mergeBase } from "./base.ts";
import { checkCallers, type Finding } from "./check.ts";

const usage = `Usage: pnpm check-base-tests [--base <ref>] [--json]

Takes the tests and the consumers of the commit that this branch began at, compiles them with the packages as they are now,
and lists what no longer compiles: what this branch breaks for callers, whether a spec changed or not.

  --base <ref>  the branch that this one goes to; by default origin/main
  --json        prints JSON
  --help        prints this

Exit code: 0 when all of it compiles, 1 when something doesn't, 2 for a wrong argument or a base that there isn't.
`;

const repository = join(import.meta.dirname, "../../..");
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let values: { base: string; json: boolean; help: boolean };
  let commit: string;
  try {
    const options = {
      base: { type: "string", default: "origin/main" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    } as const;
    ({ values } = parseArgs({ args, options }));
    if (values.help) {
      process.stdout.write(usage);
      return 0;
    }
    commit = await mergeBase(repository, values.base);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  // Where the packages can be imported by name.
  mkdirSync(join(repository, "tests/dist"), { recursive: true });
  const folder = mkdtempSync(join(repository, "tests/dist/base-"));
  try {
    await checkOutCallers(repository, commit, folder);
    const finding = await checkCallers(folder, join(repository, "tests/tsconfig.json"));
    process.stdout.write(
      values.json ? `${JSON.stringify({ base: commit, ...finding }, null, 2)}\n` : report(commit, finding),
    );
    return finding.errors.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`check-base-tests: ${(error as Error).message}\n`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(commit: string, { files, leftOut, errors }: Finding): string {
  const compiled = `${files} files of ${commit.slice(0, 10)} compiled with this build`;
  const rest = leftOut > 0 ? ` (${leftOut} that use more than the packages left out)` : "";
  const places = new Set(errors.map((error) => error.slice(0, error.indexOf(":")))).size;
  const found = errors.length === 0 ? "nothing is broken" : `${errors.length} errors in ${places} files`;
  return `${errors.map((error) => `${error}\n`).join("")}${compiled}${rest}: ${found}.\n`;
}
