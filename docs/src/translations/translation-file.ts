import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { childPointer, entriesOf, isObject, type JsonObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import { type Position, type Problem, UnusableSpecError } from "@customer-clients/scripts/src/spec/problem.ts";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";

/** The translation of one text of a spec. */
export interface Translation {
  /** The English text that was translated, as it was then. */
  readonly original: string;
  readonly text: string;
  /** `provider`: these are the words of the provider's own documentation, not ours. */
  readonly source?: "provider";
}

/** The translations of one spec into one language. */
export interface TranslationFile {
  readonly path: string;
  /** By the JSON pointer of the text in the spec. */
  readonly translations: ReadonlyMap<string, Translation>;
  /** @returns Where the translation of a pointer stands in the file. */
  lineOf(pointer: string): Position;
}

/**
 * Reads `specs/<provider>/translations/<language>.yaml`: for each JSON pointer the English original under `en` and the
 * translation under the language's own tag.
 *
 * The original stands there whole, not as a hash: whoever translates or reviews sees both together, and a text whose
 * original has changed can be shown with what it was and what it is.
 *
 * @param path The file, YAML.
 * @param language The BCP 47 tag of the language, such as `zh-CN`.
 * @throws {UnusableSpecError} With every problem found, each with file, line and column: broken YAML, a key that stands
 * twice, an unknown field, a missing or empty text.
 */
export function readTranslations(path: string, language: string): TranslationFile {
  const { document, lineOf } = readSpec(path);
  const placeOf = (pointer: string) => lineOf(childPointer("", pointer));
  const problems: Problem[] = [];
  const translations = new Map<string, Translation>();
  for (const [pointer, entry] of entriesOf(document)) {
    const faults = pointer.startsWith("/")
      ? faultsOf(entry, language)
      : ["expected a JSON pointer, such as /info/title"];
    problems.push(...faults.map((message) => ({ file: path, ...placeOf(pointer), message: `${pointer}: ${message}` })));
    if (faults.length === 0) translations.set(pointer, toTranslation(entry as JsonObject, language));
  }
  if (problems.length > 0) throw new UnusableSpecError(problems);
  return { path, translations, lineOf: placeOf };
}

/**
 * @param folder A spec's own folder.
 * @returns Its translations into a language; undefined where there are none.
 * @throws {UnusableSpecError} As {@link readTranslations}.
 */
export function translationsIn(folder: string, language: string): TranslationFile | undefined {
  const path = join(folder, "translations", `${language}.yaml`);
  return existsSync(path) ? readTranslations(path, language) : undefined;
}

/**
 * @param folder A spec's own folder.
 * @param languages The languages that there are.
 * @throws {UnusableSpecError} For a file that no language reads, such as one with a slip in its name.
 */
export function refuseStrangers(folder: string, languages: readonly string[]): void {
  const translations = join(folder, "translations");
  if (!existsSync(translations)) return;
  const expected = languages.map((language) => `${language}.yaml`);
  const problems = readdirSync(translations)
    .filter((name) => !expected.includes(name))
    .map((name) => ({
      file: join(translations, name),
      line: 1,
      column: 1,
      message: `expected no file but ${expected.join(" and ")}`,
    }));
  if (problems.length > 0) throw new UnusableSpecError(problems);
}

function faultsOf(entry: unknown, language: string): string[] {
  if (!isObject(entry)) return [`expected the fields en and ${language}`];
  const fields = ["en", language, "source"];
  const unknown = Object.keys(entry).filter((field) => !fields.includes(field));
  const empty = ["en", language].filter((field) => typeof entry[field] !== "string" || !entry[field].trim());
  return [
    ...unknown.map((field) => `expected only the fields ${fields.join(", ")}, found ${JSON.stringify(field)}`),
    ...empty.map((field) => `expected a text under ${field}`),
    ...("source" in entry && entry.source !== "provider" ? ['expected no source but "provider"'] : []),
  ];
}

function toTranslation(entry: JsonObject, language: string): Translation {
  const translation = { original: String(entry.en), text: String(entry[language]) };
  return entry.source === "provider" ? { ...translation, source: "provider" } : translation;
}
