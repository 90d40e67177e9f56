import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { writeFiles } from "@customer-clients/scripts/src/generate/write.ts";
import { isAlias, isMap, isScalar, type Pair, parseDocument, stringify } from "yaml";
import { sameText } from "./coverage.ts";
import type { Surveyed } from "./survey.ts";

/** An original that can't be taken over. */
export class NothingToAcceptError extends Error {
  override readonly name = "NothingToAcceptError";
}

/**
 * Writes the English as it is now into a file of translations, as the original of some of them. Nothing else in the file
 * changes.
 *
 * @param pointers JSON pointers of stale translations.
 * @returns What was done, for people to read.
 * @throws {NothingToAcceptError} When a pointer has no stale translation, or one that it shares with a text whose English
 * is another one.
 */
export function acceptOriginals({ file, coverage, texts, language }: Surveyed, pointers: readonly string[]): string {
  if (!file) throw new NothingToAcceptError(`expected translations into ${language}: there are none`);
  let text = readFileSync(file.path, "utf8");
  for (const pointer of pointers) {
    const original = texts.get(pointer);
    if (original === undefined || !coverage.stale.includes(pointer)) {
      throw new NothingToAcceptError(`${file.path}: expected a stale translation, found none at ${pointer}`);
    }
    text = withOriginal(text, file.path, pointer, original, texts);
  }
  writeFiles(dirname(file.path), new Map([[basename(file.path), text]]));
  return pointers.map((pointer) => `${file.path}: accepted the original of ${pointer}\n`).join("");
}

function withOriginal(
  text: string,
  path: string,
  pointer: string,
  original: string,
  texts: ReadonlyMap<string, string>,
): string {
  const yaml = parseDocument(text);
  const entries = isMap(yaml.contents) ? yaml.contents.items : [];
  const entryOf = ({ value }: Pair) => (isAlias(value) ? value.resolve(yaml) : value);
  const entry = entries.filter(({ key }) => keyOf(key) === pointer).map(entryOf)[0];
  for (const other of entries.filter((item) => entryOf(item) === entry).map(({ key }) => keyOf(key))) {
    if (sameText(texts.get(other) ?? "", original)) continue;
    throw new NothingToAcceptError(
      `${path}: ${pointer} shares its translation with ${other}, whose English is another one: write one of them out`,
    );
  }
  const field = isMap(entry) ? entry.get("en", true) : undefined;
  if (!isScalar(field) || !field.range)
    throw new NothingToAcceptError(`${path}: expected ${pointer} to have a text en`);
  const [start, end] = field.range;
  // A block's range takes in its last line's break.
  const after = text.slice(start, end).endsWith("\n") ? "\n" : "";
  return `${text.slice(0, start)}${asScalar(original)}${after}${text.slice(end)}`;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : "";
}

/** @returns A text as a field's value in YAML: several lines as a block, four spaces deep. */
function asScalar(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes("\n")) return stringify(trimmed, { lineWidth: 0 }).trimEnd();
  return `|\n${trimmed.replace(/^(?=.)/gm, "    ")}`;
}
