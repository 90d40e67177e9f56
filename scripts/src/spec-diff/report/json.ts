import type { Review } from "../review.ts";

/** @returns The review for programs. */
export function jsonReport({ providers }: Review): string {
  return `${JSON.stringify({ providers }, null, 2)}\n`;
}
