import { type Problem, UnusableSpecError } from "@customer-clients/scripts/src/spec/problem.ts";
import type { TranslationFile } from "./translation-file.ts";

/** How much of a spec is translated into a language: JSON pointers into the spec, in its order. */
export interface Coverage {
  readonly translated: readonly string[];
  /** Translated, but the original has changed since. */
  readonly stale: readonly string[];
  readonly missing: readonly string[];
}

/**
 * @param texts The spec's texts, by JSON pointer.
 * @param file Their translations; undefined where there are none yet.
 */
export function coverageOf(texts: ReadonlyMap<string, string>, file: TranslationFile | undefined): Coverage {
  const coverage = { translated: [] as string[], stale: [] as string[], missing: [] as string[] };
  for (const [pointer, text] of texts) {
    const translation = file?.translations.get(pointer);
    const state = !translation ? "missing" : sameText(translation.original, text) ? "translated" : "stale";
    coverage[state].push(pointer);
  }
  return coverage;
}

/** @returns Whether two texts are the same but for where their lines break: a paragraph may be wrapped anew. */
export function sameText(one: string, other: string): boolean {
  return unwrapped(one) === unwrapped(other);
}

function unwrapped(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** @returns A problem for each translation of a text that the spec doesn't have. */
export function lostPointers(texts: ReadonlyMap<string, string>, file: TranslationFile): Problem[] {
  return [...file.translations].flatMap(([pointer, { original }]) => {
    if (texts.has(pointer)) return [];
    const moved = [...texts].find(([place, text]) => !file.translations.has(place) && sameText(text, original));
    const advice = moved
      ? `its English now stands at ${moved[0]}`
      : "delete its translation, or move it to where it stands now";
    return [
      {
        file: file.path,
        ...file.lineOf(pointer),
        message: `expected a text of the spec at ${pointer}, found none: ${advice}`,
      },
    ];
  });
}

/** @throws {UnusableSpecError} When a translation's pointer leads to no text of the spec. */
export function refuseLostPointers(texts: ReadonlyMap<string, string>, file: TranslationFile): void {
  const problems = lostPointers(texts, file);
  if (problems.length > 0) throw new UnusableSpecError(problems);
}
