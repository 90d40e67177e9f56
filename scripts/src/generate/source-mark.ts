const MARKS: ReadonlyMap<unknown, string> = new Map([
  ["sdk", "(From the provider's SDK; its documentation doesn't say so.)"],
  ["inferred", "(Inferred; the provider doesn't say so.)"],
]);

/**
 * @param source An `x-source`.
 * @returns What a comment says of it; nothing for what is documented.
 */
export function sourceMark(source: unknown): string | undefined {
  return MARKS.get(source);
}
