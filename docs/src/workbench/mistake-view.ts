import { make } from "../run/make.ts";
import type { Words } from "../words/words.ts";
import { mistakeText } from "./mistake-text.ts";

/** Shows what was done wrong, in a sentence that has a place for it; in English where there are no words for it. */
export function mistakeView(
  sentence: string,
  mistake: string,
  attributes: { readonly class?: string },
  words: Words["mistakes"],
): HTMLElement {
  const [before = "", after = ""] = sentence.split("{mistake}");
  const text = mistakeText(mistake, words);
  const strong = make("strong", { lang: text === undefined ? "en" : undefined }, text ?? mistake);
  return make("p", attributes, before, strong, after);
}
