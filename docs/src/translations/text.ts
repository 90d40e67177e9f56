import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import type { Language } from "../site/languages.ts";
import { SPECS, specOf } from "../spec/specs.ts";
import { refuseLostPointers, sameText } from "./coverage.ts";
import { specTexts } from "./spec-texts.ts";
import { readTranslations, type Translation } from "./translation-file.ts";

/** A text of a spec, in the language asked for where there is a translation. */
export interface Text {
  readonly text: string;
  /** The language that the text is in. */
  readonly language: Language;
  /** Whether there is a translation whose original has changed since. */
  readonly stale: boolean;
}

const read = new Map<string, ReadonlyMap<string, Translation>>();

/**
 * @param pointer A JSON pointer into the spec as it is written, such as `/info/description`.
 * @returns The text there, in English where it isn't translated or its original has changed since; undefined where the
 * spec has none.
 * @throws {UnusableSpecError} When the file of the translations can't be used, or one of its pointers leads to no text.
 */
export function text(language: Language, provider: string, pointer: string): Text | undefined {
  const original = valueAt(specOf(provider).document, pointer);
  if (typeof original !== "string") return undefined;
  const translation = translationsOf(language, provider).get(pointer);
  if (translation && sameText(translation.original, original))
    return { text: translation.text, language, stale: false };
  return { text: original, language: "en", stale: translation !== undefined };
}

function translationsOf(language: Language, provider: string): ReadonlyMap<string, Translation> {
  const path = relative(process.cwd(), join(SPECS, provider, "translations", `${language}.yaml`));
  const known = read.get(path);
  if (known) return known;
  let translations: ReadonlyMap<string, Translation> = new Map();
  if (existsSync(path)) {
    const file = readTranslations(path, language);
    refuseLostPointers(specTexts(specOf(provider).document), file);
    translations = file.translations;
  }
  read.set(path, translations);
  return translations;
}
