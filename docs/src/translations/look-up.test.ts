import { join } from "node:path";
import { folderWith } from "@customer-clients/scripts/src/testing/folder.ts";
import { expect, test } from "vitest";
import { refuseLostPointers } from "./coverage.ts";
import { lookUp } from "./look-up.ts";
import { specTexts } from "./spec-texts.ts";
import { readTranslations } from "./translation-file.ts";

const document = { info: { title: "Pets", summary: "All the\npets of\na shop", version: "1" } };

test("a translated text is in the language asked for", () => {
  const file = translations("/info/title: { en: Pets, vi: Thú cưng }");
  expect(lookUp(document, "vi", file, "/info/title")).toEqual({ text: "Thú cưng", language: "vi", stale: false });
});

test("a text whose English has changed since is in English, and stale", () => {
  const file = translations("/info/title: { en: Animals, vi: Thú cưng }");
  expect(lookUp(document, "vi", file, "/info/title")).toEqual({ text: "Pets", language: "en", stale: true });
});

test("an English text that is only wrapped anew hasn't changed", () => {
  const file = translations("/info/summary: { en: All the pets of a shop, vi: Mọi thú cưng }");
  expect(lookUp(document, "vi", file, "/info/summary")).toMatchObject({ text: "Mọi thú cưng", stale: false });
});

test("a text that isn't translated is in English, and not stale", () => {
  const english = { text: "Pets", language: "en", stale: false };
  expect(lookUp(document, "vi", translations("/info/summary: { en: A, vi: B }"), "/info/title")).toEqual(english);
  expect(lookUp(document, "vi", undefined, "/info/title")).toEqual(english);
});

test("there is no text where the spec has none", () => {
  expect(lookUp(document, "vi", undefined, "/info/description")).toBeUndefined();
  expect(lookUp(document, "vi", undefined, "/info")).toBeUndefined();
});

test("a translation of a text that the spec doesn't have is refused with its place", () => {
  const file = translations("/info/title: { en: Pets, vi: A }\n/info/description: { en: Gone, vi: B }");
  expect(() => refuseLostPointers(specTexts(document), file)).toThrow(
    /vi\.yaml:2:1: expected a text of the spec at \/info\/description, found none/,
  );
});

test("so is one of something that isn't a text for readers", () => {
  const file = translations("/info/version: { en: '1', vi: '1' }");
  expect(() => refuseLostPointers(specTexts(document), file)).toThrow("vi.yaml:1:1: expected a text of the spec");
});

test("a text that has moved is named with its new place", () => {
  const file = translations("/info/name: { en: Pets, vi: A }");
  expect(() => refuseLostPointers(specTexts(document), file)).toThrow("its English now stands at /info/title");
});

function translations(text: string) {
  return readTranslations(join(folderWith({ "vi.yaml": `${text}\n` }), "vi.yaml"), "vi");
}
