import { visible } from "./visible.ts";

/** How much is shown on each side of a place, in characters. */
const context = 30;

/** What stands for a secret, whatever its length. */
const mask = "••••••••";

/** What stands around a place in a text, with signs for what can't be seen. */
export interface Excerpt {
  readonly before: string;
  /** The character at the place, or the whole secret where that stands there; undefined at the end of the text. */
  readonly marked: string | undefined;
  readonly after: string;
}

/**
 * @param offset The place, in UTF-16 code units.
 * @param secret What is masked, wherever it stands; `""` for nothing.
 */
export function excerptOf(text: string, offset: number, secret: string): Excerpt {
  const start = secret === "" ? -1 : text.lastIndexOf(secret, offset);
  const isWithin = start >= 0 && offset < start + secret.length;
  const from = isWithin ? start : offset;
  const [first = ""] = isWithin ? [secret] : text.slice(offset);
  // Masked before it is cut: a part of the secret would show it too.
  const hide = (part: string) => Array.from(visible(secret === "" ? part : part.replaceAll(secret, mask)));
  const before = hide(text.slice(0, from));
  const after = hide(text.slice(from + first.length));
  return {
    before: (before.length > context ? "…" : "") + before.slice(-context).join(""),
    marked: first === "" ? undefined : hide(first).join(""),
    after: after.slice(0, context).join("") + (after.length > context ? "…" : ""),
  };
}
