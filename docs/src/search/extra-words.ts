import { chineseWords } from "./query.ts";

/**
 * @param text A page's text.
 * @param language The page's language.
 * @returns Words to index beside it: the Chinese words of a page that isn't Chinese, which Pagefind takes for one long word,
 * and Vietnamese words without their accents, as they are typed on a keyboard that has none.
 */
export function extraWords(text: string, language: string): string[] {
  const words = new Set<string>();
  for (const word of text.match(/[\p{Letter}\p{Mark}]+/gu) ?? []) {
    const plain = withoutAccents(word);
    if (plain !== word && /^\p{Script=Latin}+$/u.test(plain)) words.add(plain.toLowerCase());
  }
  if (!language.startsWith("zh")) {
    for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
      for (const word of chineseWords(run)) words.add(word);
    }
  }
  return [...words].sort();
}

/** @returns Vietnamese text as it is written without accents: `khách hàng` as `khach hang`. */
export function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}+/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D");
}
