import { execFile } from "node:child_process";
import { promisify, stripVTControlCharacters } from "node:util";

const run = promisify(execFile);

/**
 * Runs a program of Node's to its end.
 *
 * @param commandLine - Options of Node, the program's file and its arguments.
 * @param folder - Where it runs; by default where this process does.
 * @param limitMs - How long it may take, in milliseconds.
 * @returns What it wrote to standard output, without colours.
 * @throws Error with the end of what it wrote, when it fails or takes too long.
 */
export async function runNode(commandLine: readonly string[], folder?: string, limitMs = 60_000): Promise<string> {
  const env = { ...process.env, NO_COLOR: "1", TURBO_TELEMETRY_DISABLED: "1", REDOCLY_TELEMETRY: "off" };
  try {
    const { stdout } = await run(process.execPath, commandLine, {
      cwd: folder,
      env,
      timeout: limitMs,
      maxBuffer: 16 * 1_024 ** 2,
    });
    return stripVTControlCharacters(stdout);
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    const end = stripVTControlCharacters(stdout + stderr)
      .trim()
      .slice(-1_000);
    throw new Error(`${commandLine.join(" ")}: expected exit code 0 within ${limitMs / 1_000} s\n${end}`, {
      cause: error,
    });
  }
}
