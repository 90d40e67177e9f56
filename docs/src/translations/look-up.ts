import { type JsonObject, valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import type { Language } from "../site/languages.ts";
import { sameText } from "./coverage.ts";
import type { TranslationFile } from "./translation-file.ts";

/** A text of a spec, in the language asked for where there is a translation. */
export interface Text {
  readonly text: string;
  /** The language that the text is in. */
  readonly language: Language;
  /** Whether there is a translation whose original has changed since. */
  readonly stale: boolean;
}

/**
 * @param document The spec.
 * @param language The language asked for.
 * @param file The spec's translations into it; undefined where there are none.
 * @param pointer A JSON pointer into the spec.
 * @returns The text there, in English where it isn't translated or its original has changed since; undefined where the
 * spec has none.
 */
export function lookUp(
  document: JsonObject,
  language: Language,
  file: TranslationFile | undefined,
  pointer: string,
): Text | undefined {
  const original = valueAt(document, pointer);
  if (typeof original !== "string") return undefined;
  const translation = file?.translations.get(pointer);
  if (!translation || !sameText(translation.original, original)) {
    return { text: original, language: "en", stale: translation !== undefined };
  }
  return { text: translation.text, language, stale: false };
}
