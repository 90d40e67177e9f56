import { join, relative } from "node:path";
import type { Language } from "../site/languages.ts";
import { SPECS, specOf } from "../spec/specs.ts";
import { refuseLostPointers } from "./coverage.ts";
import { lookUp, type Text } from "./look-up.ts";
import { specTexts } from "./spec-texts.ts";
import { type TranslationFile, translationsIn } from "./translation-file.ts";
import { unaccentedVietnamese } from "./unaccented.ts";

const read = new Map<string, TranslationFile | undefined>();
const unaccented = new Map<string, RegExp | undefined>();

/**
 * @param pointer A JSON pointer into the spec as it is written, such as `/info/description`.
 * @returns The text there, in English where it isn't translated or its original has changed since; undefined where the
 * spec has none.
 * @throws {UnusableSpecError} When the file of the translations can't be used, or one of its pointers leads to no text.
 */
export function text(language: Language, provider: string, pointer: string): Text | undefined {
  return lookUp(specOf(provider).document, language, translationsOf(language, provider), pointer);
}

/** @returns What finds the Vietnamese words that a provider writes without accents, in its texts of another language. */
export function unaccentedOf(provider: string): RegExp | undefined {
  if (unaccented.has(provider)) return unaccented.get(provider);
  const pattern = unaccentedVietnamese(translationsOf("vi", provider)?.translations.values() ?? []);
  unaccented.set(provider, pattern);
  return pattern;
}

function translationsOf(language: Language, provider: string): TranslationFile | undefined {
  const key = join(provider, language);
  if (read.has(key)) return read.get(key);
  const file = translationsIn(relative(process.cwd(), join(SPECS, provider)), language);
  if (file) refuseLostPointers(specTexts(specOf(provider).document), file);
  read.set(key, file);
  return file;
}
