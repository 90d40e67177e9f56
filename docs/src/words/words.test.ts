import { expect, test } from "vitest";
import { LANGUAGES } from "../site/languages.ts";
import { glossaryFaults, readGlossary } from "../translations/glossary.ts";
import { markupFaults } from "../translations/markup.ts";
import { typographyFaults } from "../translations/typography.ts";
import { words } from "./words.ts";

const glossary = readGlossary();
const languages = LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== "en");
const cases = languages.flatMap((language) =>
  Object.entries(words("en")).flatMap(([part, english]) =>
    Object.entries(english as Record<string, string>).map(([key, original]) => {
      const translated = words(language)[part as keyof ReturnType<typeof words>] as Record<string, string>;
      return { place: `${language} ${part}.${key}`, language, original, translation: translated[key] ?? "" };
    }),
  ),
);

test("the interface's strings keep what isn't language, and use the glossary's words", () => {
  const faults = cases.flatMap(({ place, language, original, translation }) =>
    [
      ...markupFaults(original, translation),
      ...typographyFaults(language, original, translation),
      ...glossaryFaults(glossary, language, original, translation),
    ].map((fault) => `${place}: ${fault}`),
  );
  expect(faults).toEqual([]);
});

test("no string is missing or empty in another language", () => {
  expect(cases.length).toBeGreaterThan(100);
  expect(cases.filter(({ translation }) => translation.trim() === "").map(({ place }) => place)).toEqual([]);
});

test("each string has the places of the English one", () => {
  const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const { place, original, translation } of cases) {
    expect({ place, places: placesOf(translation) }).toEqual({ place, places: placesOf(original) });
  }
});
