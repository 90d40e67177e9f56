import { join } from "node:path";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import { prose } from "./markup.ts";

/** English terms, and what each language says for them. */
export type Glossary = ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;

/** @returns The terms of `glossary.yaml`. */
export function readGlossary(): Glossary {
  const { document } = readSpec(join(import.meta.dirname, "glossary.yaml"));
  return new Map(Object.entries(document as Record<string, Readonly<Record<string, readonly string[]>>>));
}

/**
 * @returns A fault for each of the glossary's terms that the original has, and whose word the translation lacks. A term
 * may stay English: in a formula it is a name.
 */
export function glossaryFaults(glossary: Glossary, language: string, original: string, translation: string): string[] {
  const english = prose(original);
  const translated = prose(translation).replace(/\s+/g, " ").toLowerCase();
  return [...glossary].flatMap(([term, words]) => {
    const right = words[language] ?? [];
    const found = new RegExp(`(?<![\\w-])${term.replaceAll(" ", "[\\s-]+")}s?(?![\\w-])`, "i").test(english);
    if (!found || right.length === 0) return [];
    if ([term, ...right].some((word) => translated.includes(word.toLowerCase()))) return [];
    return [`expected ${right.join(" or ")} for ${JSON.stringify(term)}, as in glossary.yaml`];
  });
}
