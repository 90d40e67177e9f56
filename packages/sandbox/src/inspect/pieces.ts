/** A piece of a canonical string. */
export interface Piece {
  /** Where it comes from, such as `["body"]` or `["query", "limit"]`; nothing for what stands between two parts. */
  readonly part: readonly string[];
  readonly text: string;
}

// From a private use plane: they stand in no request that anybody means to send.
const [open, middle, close] = ["\u{F0000}", "\u{F0001}", "\u{F0002}"];

/**
 * Takes a canonical string apart, with the very function that puts it together: it is given each part marked.
 *
 * @param parts What the function takes: texts by name, or values by name, or names and values.
 * @param canonicalString The provider's own.
 * @returns The pieces in order: together they are the canonical string. Empty parts have none.
 */
export function piecesOf<Parts extends object>(parts: Parts, canonicalString: (parts: Parts) => string): Piece[] {
  const whole = canonicalString(parts);
  // A request that has the marks in it isn't taken apart.
  if ([open, middle, close].some((mark) => whole.includes(mark))) return [{ part: [], text: whole }];
  const names: (readonly string[])[] = [];
  const mark = (name: readonly string[], value: unknown) =>
    value === "" || value === undefined ? "" : `${open}${names.push(name) - 1}${middle}${value}${close}`;
  const marked = Object.entries(parts).map(([name, value]: [string, unknown]) => {
    if (typeof value !== "object" || value === null) return [name, mark([name], value)];
    if (Array.isArray(value)) return [name, value.map(([key, item]) => [key, mark([name, key], item)])];
    return [name, Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mark([name, key], item)]))];
  });
  const text = canonicalString(Object.fromEntries(marked) as Parts);
  const pieces: Piece[] = [];
  let end = 0;
  const between = (start: number) => {
    if (start > end) pieces.push({ part: [], text: text.slice(end, start) });
  };
  for (const match of text.matchAll(new RegExp(`${open}(\\d+)${middle}(.*?)${close}`, "gsu"))) {
    between(match.index);
    pieces.push({ part: names[Number(match[1])] ?? [], text: match[2] ?? "" });
    end = match.index + match[0].length;
  }
  between(text.length);
  return pieces;
}
