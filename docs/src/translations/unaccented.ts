import type { Translation } from "./translation-file.ts";

/**
 * Knows the Vietnamese words in brackets that a provider's page writes without accents, such as "Khach hang": only what
 * they read with accents, in the Vietnamese text, tells them from English.
 *
 * @param translations Into Vietnamese.
 * @returns What finds them in a text of another language; undefined where there are none.
 */
export function unaccentedVietnamese(translations: Iterable<Translation>): RegExp | undefined {
  const found = new Set<string>();
  for (const { original, text } of translations) {
    const accented = text.toLowerCase();
    const plain = withoutAccents(accented);
    for (const [, inner = ""] of original.matchAll(/\(([^()`]+)\)/g)) {
      for (const words of inner.split(",").map((part) => part.trim().replace(/\s+/g, " "))) {
        if (plain.includes(words.toLowerCase()) && !accented.includes(words.toLowerCase())) found.add(words);
      }
    }
  }
  if (found.size === 0) return undefined;
  // The longest first: some begin with others.
  const words = [...found]
    .sort((one, other) => other.length - one.length)
    .map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(`(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`, "u");
}

function withoutAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll("đ", "d")
    .replace(/\s+/g, " ");
}
