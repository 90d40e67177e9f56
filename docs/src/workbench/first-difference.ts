/** The first place where two texts differ. */
export interface Difference {
  /** In UTF-16 code units, from 0: never within a character. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** In characters, from 1. */
  readonly column: number;
}

/** @returns Nothing for equal texts. */
export function firstDifference(due: string, own: string): Difference | undefined {
  if (due === own) return undefined;
  const [expected, found] = [Array.from(due), Array.from(own)];
  let index = 0;
  while (index < expected.length && expected[index] === found[index]) index++;
  const before = expected.slice(0, index).join("");
  const lines = before.split("\n");
  return { offset: before.length, line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}
