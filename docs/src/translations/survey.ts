import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Problem } from "@customer-clients/scripts/src/spec/problem.ts";
import { readSpec, type Spec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import { LANGUAGES } from "../site/languages.ts";
import { type Coverage, coverageOf, lostPointers } from "./coverage.ts";
import { type Glossary, glossaryFaults, readGlossary } from "./glossary.ts";
import { markupFaults } from "./markup.ts";
import { specTexts } from "./spec-texts.ts";
import { refuseStrangers, type TranslationFile, translationsIn } from "./translation-file.ts";
import { typographyFaults } from "./typography.ts";

/** The languages that specs are translated into: all of the site's but the one that they are written in. */
export const TRANSLATED: readonly string[] = LANGUAGES.map(({ tag }) => tag as string).filter((tag) => tag !== "en");

/** What there is of one spec in one language. */
export interface Surveyed {
  readonly provider: string;
  readonly language: string;
  readonly spec: { readonly path: string; readonly lineOf: Spec["lineOf"] };
  /** The spec's texts, by JSON pointer. */
  readonly texts: ReadonlyMap<string, string>;
  /** Undefined where there is none yet. */
  readonly file: TranslationFile | undefined;
  readonly coverage: Coverage;
  /** What is wrong in the file, stale and missing texts apart. */
  readonly problems: readonly Problem[];
}

/** @returns The names of the folders in `specs` with an `openapi.yaml`, in their order. */
export function providersIn(workspace: string): string[] {
  const specs = join(workspace, "specs");
  return readdirSync(specs)
    .filter((name) => existsSync(join(specs, name, "openapi.yaml")))
    .sort();
}

/**
 * @param workspace The folder with `specs`.
 * @param providers Folders in it.
 * @param languages BCP 47 tags.
 * @throws {UnusableSpecError} When a spec or a file of translations can't be used at all.
 */
export function survey(workspace: string, providers: readonly string[], languages: readonly string[]): Surveyed[] {
  const glossary = readGlossary();
  return providers.flatMap((provider) => {
    const folder = relative(process.cwd(), join(workspace, "specs", provider));
    const path = join(folder, "openapi.yaml");
    refuseStrangers(folder, TRANSLATED);
    const { document, lineOf } = readSpec(path);
    const texts = specTexts(document);
    return languages.map((language) => {
      const file = translationsIn(folder, language);
      const coverage = coverageOf(texts, file);
      const problems = file ? [...lostPointers(texts, file), ...lint(file, language, glossary)] : [];
      return { provider, language, spec: { path, lineOf }, texts, file, coverage, problems };
    });
  });
}

/** A stale text is held against the original that it was made from, so that it is only stale. */
function lint(file: TranslationFile, language: string, glossary: Glossary): Problem[] {
  return [...file.translations].flatMap(([pointer, { original, text, source }]) =>
    [
      ...markupFaults(original, text),
      ...typographyFaults(language, original, text),
      // A provider's own words are right as they are.
      ...(source ? [] : glossaryFaults(glossary, language, original, text)),
    ].map((message) => ({ file: file.path, ...file.lineOf(pointer), message: `${pointer}: ${message}` })),
  );
}
