import { fill } from "../run/make.ts";
import type { Words } from "../words/words.ts";

/** What a mistake's words end in when they name headers. */
const NAMES = "{names}";

/**
 * @param mistake What was done, as the sandbox says it: one phrase, or several with commas between them.
 * @returns The same in the reader's language; undefined when there are no words for it.
 */
export function mistakeText(mistake: string, words: Words["mistakes"]): string | undefined {
  const phrases = Object.entries(words).sort(([one], [other]) => other.length - one.length);
  const found: string[] = [];
  for (let rest = mistake; rest !== ""; ) {
    const match = phrases.find(([phrase]) => isFirst(phrase, rest));
    if (!match) return undefined;
    const [phrase, text] = match;
    // Names go to the end, whatever they are.
    const end = phrase.endsWith(NAMES) ? rest.length : phrase.length;
    found.push(fill(text, { names: rest.slice(phrase.length - NAMES.length) }));
    rest = rest.slice(end).replace(/^, /, "");
  }
  return found.join(words.between);
}

function isFirst(phrase: string, text: string): boolean {
  if (phrase.endsWith(NAMES)) return text.startsWith(phrase.slice(0, -NAMES.length));
  return text === phrase || text.startsWith(`${phrase}, `);
}
