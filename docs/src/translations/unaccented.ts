import type { Translation } from "./translation-file.ts";

/**
 * Finds the Vietnamese words in brackets that a provider's page writes without accents, such as "Khach hang": only what
 * they read with accents, in the Vietnamese text, tells them from English.
 *
 * @param translations Into Vietnamese.
 * @returns Each of them once, the longest first.
 */
export function unaccentedVietnamese(translations: Iterable<Translation>): string[] {
  const found = new Set<string>();
  for (const { original, text } of translations) {
    const plain = withoutAccents(text).toLowerCase();
    for (const [, inner = ""] of original.matchAll(/\(([^()`]+)\)/g)) {
      for (const words of inner.split(",").map((part) => part.trim().replace(/\s+/g, " "))) {
        const lower = words.toLowerCase();
        if (plain.includes(lower) && !text.toLowerCase().includes(lower)) found.add(words);
      }
    }
  }
  return [...found].sort((one, other) => other.length - one.length);
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{Mark}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D").replace(/\s+/g, " ");
}
