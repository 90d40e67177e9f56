import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const command = fileURLToPath(import.meta.resolve("@redocly/cli/bin/cli.js"));
const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** Half a second is usual. */
const timeout = 60_000;

/**
 * Runs Redocly's command in the project's folder, without telemetry and without its look for a newer version: it talks to
 * nobody but the servers that it is given.
 *
 * @returns What it prints.
 * @throws Error with what it prints when it finds something.
 */
export async function redocly(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [command, ...args], {
      cwd: root,
      env,
      timeout,
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`redocly ${args.join(" ")}: expected it to pass\n${stdout}${stderr}`, { cause: error });
  }
}
