import { fill, make } from "../run/make.ts";
import type { Words } from "../words/words.ts";
import { excerptOf } from "./excerpt.ts";
import type { Comparison } from "./look.ts";
import { mistakeView } from "./mistake-view.ts";

/**
 * Shows where a text differs first from the one that is due.
 *
 * @param secret What is shown masked.
 */
export function comparisonView(
  { due, text, difference, part, mistake }: Comparison,
  secret: string,
  words: Words["workbench"],
  mistakes: Words["mistakes"],
): HTMLElement {
  if (!difference) return make("p", { class: "verdict right" }, words.same);
  const { offset, line, column } = difference;
  const [partBefore, partAfter] = words.inPart.split("{part}");
  const place =
    part && part.length > 0 ? [" ", partBefore ?? "", make("code", {}, part.join(" ")), partAfter ?? ""] : [];
  return make(
    "div",
    { class: "comparison" },
    make("p", {}, make("strong", {}, fill(words.differs, { line, column })), ...place),
    mistake ? mistakeView(words.yourMistake, mistake, {}, mistakes) : undefined,
    excerpt(words.dueText, due, offset, secret, words),
    excerpt(words.ownText, text, offset, secret, words),
    make("p", { class: "run-heading" }, words.legend),
  );
}

/** What stands around a place, the first character that differs told apart. */
function excerpt(label: string, text: string, offset: number, secret: string, words: Words["workbench"]): HTMLElement {
  const { before, marked, after } = excerptOf(text, offset, secret);
  const code = make("code", {}, before, make("mark", {}, marked ?? words.end), after);
  return make("div", { class: "excerpt" }, make("span", {}, label), make("pre", { class: "run-block" }, code));
}
