import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { outlineOf } from "../spec/outline.ts";
import { UnusableSpecError } from "../spec/problem.ts";
import { readSpec } from "../spec/read-spec.ts";
import { patternSafe } from "./rules/pattern.ts";

const USAGE = `Usage: pnpm lint:specs [provider or file …]

Checks specs/<provider>/openapi.yaml, of every provider unless some are named: first that it is safe to read, then by
the rules in redocly.yaml.

Exit code: 0 nothing found, 1 something found, 2 a spec that can't be read, or a wrong argument.`;

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const REDOCLY = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));

/** How long the rules may take, for all specs together. Half a second is usual. */
const TIMEOUT_MS = 60_000;

/** The exit codes: the higher, the worse. */
const CLEAN = 0;
const FINDINGS = 1;
const UNUSABLE = 2;

process.exitCode = main(process.argv.slice(2));

function main(args: string[]): number {
  let files: string[];
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { help: { type: "boolean" } } });
    if (values.help) {
      console.log(USAGE);
      return CLEAN;
    }
    files = positionals.length > 0 ? positionals.map(specFile) : everySpec();
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return UNUSABLE;
  }
  // Every file is looked at, so that one run shows all there is.
  const worst = Math.max(CLEAN, ...files.map(guard));
  return worst === CLEAN ? runRedocly(files) : worst;
}

function everySpec(): string[] {
  const folders = readdirSync(resolve(ROOT, "specs"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => specFile(name));
}

/** @param name A provider, or a path with a slash. */
function specFile(name: string): string {
  const path = name.includes("/") ? resolve(name) : resolve(ROOT, "specs", name, "openapi.yaml");
  if (!existsSync(path)) throw new Error(`expected a provider in specs/ or the path of a spec, found ${name}`);
  return relative(process.cwd(), path);
}

/** What has to be right before Redocly reads a spec: it would open references, and try examples on endless patterns. */
function guard(file: string): number {
  try {
    const { document, lineOf } = readSpec(file);
    const findings = [...patternSafe(outlineOf(document))];
    for (const { pointer, message } of findings) {
      const { line, column } = lineOf(pointer);
      console.error(`${file}:${line}:${column}: ${message}`);
    }
    return findings.length > 0 ? FINDINGS : CLEAN;
  } catch (error) {
    if (!(error instanceof UnusableSpecError)) throw error;
    console.error(error.message);
    return UNUSABLE;
  }
}

function runRedocly(files: readonly string[]): number {
  const { status, error } = spawnSync(
    process.execPath,
    [REDOCLY, "lint", ...files, "--config", resolve(ROOT, "redocly.yaml"), "--lint-config=error"],
    { stdio: "inherit", timeout: TIMEOUT_MS, env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
  );
  if (status === 0) return CLEAN;
  if (status === 1) return FINDINGS;
  console.error(`redocly lint didn't end as it should: ${error?.message ?? `exit code ${status}`}`);
  return UNUSABLE;
}
