import { prose } from "./markup.ts";

const HAN = "\\p{Script=Han}";
const HAN_RUN = /\p{Script=Han}+/gu;

/** What no text of a language has: what was expected instead, and how to find it. */
const FAULTS: Readonly<Record<string, readonly (readonly [expected: string, found: RegExp])[]>> = {
  "zh-CN": [
    [
      "a space between Chinese and Latin letters, digits or code",
      new RegExp(`${HAN}[A-Za-z0-9\`]|[A-Za-z0-9\`]${HAN}`, "gu"),
    ],
    ["full-width punctuation next to Chinese", new RegExp(`${HAN}[,;:?!()]|[,;:?!()]${HAN}|${HAN}\\.(?!\\w)`, "gu")],
    ["no space next to full-width punctuation", /[，。；：？！（）、“”] (?!\|)|(?<![|\n-]) [，。；：？！（）、“”]/gu],
    [
      "a paragraph on one line: a line break between Chinese characters would show as a space",
      new RegExp(`^(?![#|]).*[${HAN}，。；：、）]\\n(?![\\n|#-]|\\d+\\. |\`\`\`)`, "gmu"),
    ],
  ],
  vi: [
    ["the tone mark on the first vowel (hóa, not hoá)", /(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/giu],
    ["no space before punctuation", /\S [,.;:?!)](?!\.)/gu],
  ],
};

/** Of every language. */
const COMMON: readonly (readonly [string, RegExp])[] = [["one space between words", /(?<=\S) {2,}(?=\S)/g]];

/**
 * @param language The BCP 47 tag of the translation's language; only what holds everywhere is checked for one not known here.
 * @returns What is against the language's typography, and the provider's own words that the translation lost.
 */
export function typographyFaults(language: string, original: string, translation: string): string[] {
  const text = prose(translation)
    .replace(/\]\([^)]*\)/g, "]")
    .trim();
  const faults = [...COMMON, ...(FAULTS[language] ?? [])].flatMap(([expected, pattern]) =>
    (text.match(pattern) ?? []).map((found) => `expected ${expected}, found ${JSON.stringify(found)}`),
  );
  const composed = translation === translation.normalize("NFC") ? [] : ["expected composed letters (Unicode's NFC)"];
  const lost = (prose(original).match(HAN_RUN) ?? []).filter((words) => !translation.includes(words));
  return [...faults, ...composed, ...lost.map((words) => `expected the provider's own words ${words}`)];
}
