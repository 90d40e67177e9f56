// Text from a spec, made fit to stand in a comment of a source file.

import { LINE_WIDTH } from "./literal.ts";

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/g;
// What can't be seen, or makes the line read in another order than a compiler reads it.
const UNSEEN = /[^\P{Cc}\n]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
// An "@" that isn't within a word, as it is in an e-mail address: a compiler finds tags in the middle of a line too.
const TAG_START = /(?<![\w.+-])@/g;

/**
 * Makes text from a spec harmless in a block comment: it can't end the comment, start a tag of its own (`@deprecated`,
 * `@ts-ignore`), hide or reorder what is read.
 *
 * @returns The text, its line breaks as "\n", no blank lines at either end, no trailing spaces.
 */
export function commentText(text: string): string {
  const lines = text
    .toWellFormed()
    .replace(LINE_BREAKS, "\n")
    .replaceAll("\t", "  ")
    .replace(UNSEEN, "")
    .replaceAll("*/", "*\\/")
    .replace(TAG_START, "\\@")
    .split("\n")
    .map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== "");
  return first < 0 ? "" : lines.slice(first, lines.findLastIndex((line) => line !== "") + 1).join("\n");
}

/** A tag of a documentation comment: `@param`, `@throws`. Its text may have several lines. */
export interface Tag {
  readonly tag: string;
  readonly text: string;
}

/**
 * @param paragraphs Texts from a spec, with their own line breaks; empty ones are left out.
 * @param tags Their lines are broken where they get too long.
 * @param indent What stands in front of each line.
 * @returns A documentation comment that ends in a line break, or "" when there is nothing to say.
 */
export function docComment(paragraphs: readonly (string | undefined)[], tags: readonly Tag[], indent: string): string {
  const lines: string[] = [];
  for (const paragraph of paragraphs.map((text) => commentText(text ?? ""))) {
    if (paragraph === "") continue;
    if (lines.length > 0) lines.push("");
    lines.push(...paragraph.split("\n"));
  }
  if (lines.length > 0 && tags.length > 0) lines.push("");
  const width = LINE_WIDTH - indent.length - " * ".length;
  for (const { tag, text } of tags) lines.push(...tagLines(tag, text, width));
  if (lines.length === 0) return "";
  const [first = ""] = lines;
  if (lines.length === 1 && first.length <= width - 4) return `${indent}/** ${first} */\n`;
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`, ""].join("\n");
}

function tagLines(tag: string, text: string, width: number): string[] {
  const room = width - `@${tag} `.length;
  const [first = "", ...rest] = text.split("\n").flatMap((line) => breakLine(line, room));
  // Broken before it is made harmless: what a line starts with matters.
  return [`@${tag} ${commentText(first)}`.trimEnd(), ...rest.map((line) => `  ${commentText(line)}`)];
}

/** Breaks a line between words; a word that is too long for one stands by itself. */
function breakLine(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) as string;
    if (last === "" || last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`.trimStart();
    else lines.push(word);
  }
  return lines;
}
