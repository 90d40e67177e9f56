import { escapeUnsafe } from "./literal.ts";

/** Where a command writes to. */
export interface Output {
  readonly print: (text: string) => unknown;
  readonly printError: (text: string) => unknown;
}

/** @returns An output that text from a spec can't use to steer a terminal. */
export function plainOutput({ print, printError }: Output): Output {
  return { print: (text) => print(escapeUnsafe(text)), printError: (text) => printError(escapeUnsafe(text)) };
}
