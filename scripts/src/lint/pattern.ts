import recheck from "recheck/lib/browser.js";

/** How long one pattern is analysed, in milliseconds; most take a hundredth of it. */
const TIMEOUT_MS = 10_000;

const faults = new Map<string, string | undefined>();

/**
 * @param pattern A regular expression as JSON Schema writes it.
 * @returns What a pattern should be that this one isn't; undefined when nothing is wrong with it.
 */
export function faultOf(pattern: string): string | undefined {
  if (!faults.has(pattern)) faults.set(pattern, analyse(pattern));
  return faults.get(pattern);
}

function analyse(pattern: string): string | undefined {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    return `that is valid under the u flag: ${(error as Error).message}`;
  }
  const result = recheck.checkSync(pattern, "u", { timeout: TIMEOUT_MS });
  if (result.status === "safe") return undefined;
  if (result.status === "unknown") return `that can be shown not to backtrack without bound (${result.error.kind})`;
  return `free of catastrophic backtracking, found ${result.complexity.summary} time on ${result.attack.pattern}`;
}
