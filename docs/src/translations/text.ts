import { valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import type { Language } from "../site/languages.ts";
import { specOf } from "../spec/specs.ts";

/** A text of a spec, in the language asked for where there is a translation. */
export interface Text {
  readonly text: string;
  /** The language that the text is in. */
  readonly language: Language;
  /** Whether there is a translation whose original has changed since. */
  readonly stale: boolean;
}

/**
 * @param pointer A JSON pointer into the spec as it is written, such as `/info/description`.
 * @returns The text there; undefined where the spec has none.
 */
export function text(_language: Language, provider: string, pointer: string): Text | undefined {
  const value = valueAt(specOf(provider).document, pointer);
  return typeof value === "string" ? { text: value, language: "en", stale: false } : undefined;
}
