// The fenced code blocks of a Markdown or MDX text.

/** A fenced code block. */
export interface Fence {
  /** The line of its first line of code, from 1. */
  readonly line: number;
  /** The first word of its info string: `ts`, `sh`, `text`. */
  readonly language: string;
  /** What follows that word: `continues`, `no-run: needs a proxy`. */
  readonly mark: string;
  /** With a line break at the end. */
  readonly code: string;
}

/** @returns The fences of a text, in their order. */
export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w+)[ \t]*(.*)\n([\s\S]*?)^```[ \t]*$/gm)].map(
    ({ index, 1: language = "", 2: mark = "", 3: code = "" }) => ({
      line: markdown.slice(0, index).split("\n").length + 1,
      language,
      mark: mark.trim(),
      code,
    }),
  );
}
