import type { Review } from "../review.ts";

/** @returns The review for programs. */
export function jsonReport({ base, providers }: Review): string {
  return `${JSON.stringify({ base, providers }, null, 2)}\n`;
}
