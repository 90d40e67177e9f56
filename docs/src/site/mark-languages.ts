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
 * @returns HTML.
 */
export function markLanguages(text: string, language: Language, toHtml: (text: string) => string): string {
  const run = foreignRun(text, language);
  if (!run) return toHtml(text);
  const [foreign, start, end] = run;
  const marked = `<span lang="${foreign}">${toHtml(text.slice(start, end))}</span>`;
  return toHtml(text.slice(0, start)) + marked + markLanguages(text.slice(end), language, toHtml);
}

/** The first run of another language, and where it starts and ends. */
function foreignRun(text: string, language: Language): readonly [Language, number, number] | undefined {
  const chinese = language === "zh-CN" ? null : CHINESE.exec(text);
  const accented = language === "vi" || !VIETNAMESE.test(text) ? null : ACCENTED.exec(text);
  const [foreign, match] =
    chinese && (!accented || chinese.index < accented.index) ? ["zh-CN" as const, chinese] : ["vi" as const, accented];
  return match ? [foreign, match.index, match.index + match[0].length] : undefined;
}
