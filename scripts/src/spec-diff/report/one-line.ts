import { escapeUnsafe } from "../../generate/literal.ts";

/** @returns Text on one line: what would break it, hide in it or steer a terminal is written as an escape. */
export function oneLine(text: string): string {
  return escapeUnsafe(text).replaceAll("\n", "\\n");
}
