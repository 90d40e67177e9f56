import { oneLine } from "./one-line.ts";

// Text that GitHub's Markdown can make nothing of: letters, a plain number, the usual stops.
const PLAIN_WORD = /^[("]{0,2}(?:[A-Za-z]+(?:['-][a-z]+)*|\d{1,5}(?:\.\d{1,5}){0,2}|→)?[",;:.)]{0,3}$/;
// Seven letters of these alone may name a commit, and GH-1 an issue.
const COMMIT_LIKE = /\b[0-9a-f]{7,}\b|\bGH\b/i;

/**
 * Writes text from a spec as Markdown that shows it and does nothing else: no markup, link, mention of a person or an issue
 * comes of it. What stands between backticks, and each word that could mean something to GitHub, becomes code.
 *
 * Its place must be within a line, behind something.
 *
 * @param text A message in plain text.
 */
export function safeMarkdown(text: string): string {
  const pieces = oneLine(text)
    .split(/(`[^`]*`)/)
    .flatMap((part, index) => (index % 2 === 1 ? [{ text: part.slice(1, -1), isCode: true }] : wordsOf(part)));
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    // Two spans side by side would be one to a reader of Markdown, with the backticks between them in it.
    if (last?.isCode && piece.isCode) last.text += piece.text;
    else if (piece.text !== "") joined.push({ ...piece });
  }
  return joined.map((piece) => (piece.isCode ? code(piece.text) : piece.text)).join("");
}

interface Piece {
  text: string;
  readonly isCode: boolean;
}

/** @returns Text as a code span, in which GitHub looks for nothing. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line.trim() === "") return code(JSON.stringify(line));
  const fence = "`".repeat(longestRun(line) + 1);
  // A space at each end keeps a backtick at the end of the text apart from the fence; it isn't shown.
  const padding = /^[` ]|[` ]$/.test(line) ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** @returns Text as a block of code. */
export function codeBlock(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text
    .split(/\r\n|[\r\n]/)
    .map(oneLine)
    .join("\n")}\n${fence}`;
}

function wordsOf(text: string): Piece[] {
  return text.split(/( +)/).flatMap((word): Piece[] => {
    if (word.trim() === "" || (PLAIN_WORD.test(word) && !COMMIT_LIKE.test(word)))
      return [{ text: word, isCode: false }];
    const [, inner = word, stop = ""] = /^(.+?)([,;:.]?)$/u.exec(word) ?? [];
    return [
      { text: inner, isCode: true },
      { text: stop, isCode: false },
    ];
  });
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
