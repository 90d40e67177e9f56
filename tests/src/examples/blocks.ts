/** A code block of a document. */
export interface Block {
  readonly file: string;
  /** The line of its first line of code, from 1. */
  readonly line: number;
  /** The first word after the fence: `ts`, `sh`, or nothing. */
  readonly language: string;
  /** What stands behind it: `continues`, `output`, `no-run: needs an account`. */
  readonly mark: string;
  readonly code: string;
}

const fence = /^( *)(`{3,}|~{3,})([^\n`]*)\n(.*?)^\1\2[ \t]*$/gms;

/** The fenced code blocks of a Markdown or MDX file, in order. */
export function blocksOf(file: string, text: string): Block[] {
  return [...text.matchAll(fence)].map(({ index, 1: indent = "", 3: info = "", 4: body = "" }) => {
    const [language = "", ...mark] = info.trim().split(/ +/);
    const code = body.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    return { file, line: text.slice(0, index).split("\n").length + 1, language, mark: mark.join(" "), code };
  });
}

/**
 * Why a block isn't run, as its document says.
 *
 * @throws Error when it gives no reason.
 */
export function reasonNotToRun({ file, line, mark }: Block): string | undefined {
  const [marked, reason = ""] = /\bno-run\b:? *(.*)/.exec(mark) ?? [];
  if (marked !== undefined && reason === "") throw new Error(`${file}:${line - 1}: expected a reason after no-run:`);
  return marked && reason;
}
