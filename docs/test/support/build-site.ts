import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** The folder of docs/. */
export const DOCS: string = join(import.meta.dirname, "../..");

/** Without what Vitest sets for its own: NODE_ENV and BASE_URL mean something to Astro. */
const ENVIRONMENT: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|BASE_URL|MODE|DEV|PROD|SSR|TEST|VITEST.*)$/.test(name)),
);

/**
 * Builds the site from clean, as `pnpm docs:build` does.
 *
 * @param out Where to.
 * @param base The path beneath which it will be published.
 * @returns How long it took, in milliseconds.
 */
export async function buildSite(out: string, base = "/"): Promise<number> {
  const start = performance.now();
  const command = ["src/build/cli.ts", "build", "--out", out, "--base", base];
  await promisify(execFile)(process.execPath, command, { cwd: DOCS, env: ENVIRONMENT, maxBuffer: 64 * 1024 * 1024 });
  return performance.now() - start;
}
