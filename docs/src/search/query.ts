/**
 * @param typed What a reader typed.
 * @param language The language of the page, whose index is asked.
 * @returns The words to look for. An index of Chinese pages divides a query itself; the others have a page's Chinese words one by
 * one, so a query of several is divided in the same way here.
 */
export function queryOf(typed: string, language: string): string {
  const query = typed.trim();
  if (language.startsWith("zh") || !/\p{Script=Han}/u.test(query)) return query;
  return query.replace(/\p{Script=Han}+/gu, (run) => ` ${chineseWords(run).join(" ")} `).trim();
}

/** @returns The words of a Chinese text, as a dictionary divides it. */
export function chineseWords(text: string): string[] {
  const words = new Intl.Segmenter("zh", { granularity: "word" }).segment(text);
  return [...words].filter(({ segment }) => /\p{Script=Han}/u.test(segment)).map(({ segment }) => segment);
}
