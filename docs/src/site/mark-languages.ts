import type { Language } from "./languages.ts";

/** Chinese characters, with the punctuation and the Latin words between them. */
const CHINESE = /\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[A-Za-z0-9 ]+(?=\p{Script=Han}))*/u;

/** Words with accents, and up to three without any between them. */
const ACCENTED =
  /[A-Za-z]*[\u00c0-\u024f\u1ea0-\u1ef9]\p{Letter}*(?:(?: [A-Za-z]+){0,3} [A-Za-z]*[\u00c0-\u024f\u1ea0-\u1ef9]\p{Letter}*)*/u;

/** Letters that Vietnamese alone writes. */
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/;

/**
 * Marks the runs of another language in a text, so that they are read aloud and set as what they are.
 *
 * @param language The language of the text.
 * @param toHtml What makes text fit for HTML.
 * @param unaccented What finds Vietnamese words that have lost their accents; nothing unless told otherwise.
 * @returns HTML.
 */
export function markLanguages(
  text: string,
  language: Language,
  toHtml: (text: string) => string,
  unaccented?: RegExp,
): string {
  const run = foreignRun(text, language, unaccented);
  if (!run) return toHtml(text);
  const [foreign, start, end] = run;
  const marked = `<span lang="${foreign}">${toHtml(text.slice(start, end))}</span>`;
  return toHtml(text.slice(0, start)) + marked + markLanguages(text.slice(end), language, toHtml, unaccented);
}

/** The first run of another language, and where it starts and ends. */
function foreignRun(
  text: string,
  language: Language,
  unaccented?: RegExp,
): readonly [Language, number, number] | undefined {
  const chinese = language === "zh-CN" ? null : CHINESE.exec(text);
  const accented = language === "vi" || !VIETNAMESE.test(text) ? null : ACCENTED.exec(text);
  const plain = language === "vi" ? null : (unaccented?.exec(text) ?? null);
  const [first] = [
    { foreign: "zh-CN" as const, match: chinese },
    { foreign: "vi" as const, match: accented },
    { foreign: "vi" as const, match: plain },
  ]
    .flatMap(({ foreign, match }) => (match ? [{ foreign, match }] : []))
    .sort((one, other) => one.match.index - other.match.index);
  return first && [first.foreign, first.match.index, first.match.index + first.match[0].length];
}
