import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** How long each step took in a workspace, in milliseconds. */
export interface Times {
  readonly install: number;
  readonly lint: number;
  readonly generate: number;
  readonly build: number;
  readonly cachedBuild: number;
  /** One spec changed: it is linted, and everything is built that has to be. */
  readonly edit: number;
  /** What that build had to do, by turbo's count of tasks. */
  readonly tasks: readonly string[];
}

/**
 * Goes through a workspace as a developer does.
 *
 * @param folder - A workspace that nothing was done in yet.
 * @param edited - The provider whose spec is changed.
 * @param progress - Is told what comes next.
 * @throws Error when a step fails, or the edit changes no generated code.
 */
export async function measure(folder: string, edited: string, progress: (text: string) => void): Promise<Times> {
  const step = async (title: string, ...command: [string, ...string[]]): Promise<{ ms: number; output: string }> => {
    progress(title);
    const start = performance.now();
    const output = await execute(folder, command);
    return { ms: performance.now() - start, output };
  };
  const install = await step("install", "pnpm", "install", "--no-frozen-lockfile", "--prefer-offline");
  await execute(folder, ["git", "init", "--quiet"]);
  await execute(folder, ["git", "add", "."]);
  const lint = await step("lint", "pnpm", "lint:specs");
  const generate = await step("generate", "pnpm", "generate");
  const build = await step("build", "pnpm", "build");
  const cached = await step("build, everything cached", "pnpm", "build");
  changeDescription(join(folder, "specs", edited, "openapi.yaml"));
  const lintOne = await step("lint of one edited spec", "pnpm", "lint:specs", edited);
  const rebuild = await step("build after that", "pnpm", "build");
  const tasks = [...rebuild.output.matchAll(/^(\S+): cache miss/gm)].map(([, task = ""]) => task);
  return {
    install: install.ms,
    lint: lint.ms,
    generate: generate.ms,
    build: build.ms,
    cachedBuild: cached.ms,
    edit: lintOne.ms + rebuild.ms,
    tasks,
  };
}

async function execute(cwd: string, [program, ...args]: readonly [string, ...string[]]): Promise<string> {
  const env = { ...process.env, NO_COLOR: "1", TURBO_TELEMETRY_DISABLED: "1", CI: "1" };
  try {
    const { stdout } = await run(program, args, { cwd, env, maxBuffer: 2 ** 27 });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "", message } = error as Error & { stdout?: string; stderr?: string };
    const end = (stdout + stderr).trim().slice(-2_000) || message;
    throw new Error(`${[program, ...args].join(" ")}: expected exit code 0\n${end}`, { cause: error });
  }
}

/** An edit that shows in the generated code: one more sentence about a customer. */
function changeDescription(spec: string): void {
  const text = readFileSync(spec, "utf8");
  const changed = text.replace(/^(components:[\s\S]*?\n +description: )(\w[^\n]*)$/m, "$1$2 Edited.");
  if (changed === text) throw new Error(`${spec}: expected a description in its components`);
  writeFileSync(spec, changed);
}
