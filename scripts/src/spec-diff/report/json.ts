import type { Review } from "../review.ts";

/** @returns The review for programs. JSON lets two line separators of Unicode stand; as escapes, no text of a spec can begin a line. */
export function jsonReport({ providers }: Review): string {
  const text = JSON.stringify({ providers }, null, 2).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `${text}\n`;
}
