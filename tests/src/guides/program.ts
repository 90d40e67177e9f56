// The programs that a page's code blocks make up.
import type { Fence } from "./fence.ts";

/** What is written in one or more `ts` fences, and what it should print. */
export interface Program {
  /** The line of its first line of code, from 1. */
  readonly line: number;
  /** Each line of code stands in the line that it has on the page, so that a compiler's messages lead there. */
  readonly code: string;
  /** Why it is compiled but not run. */
  readonly notRun: string | undefined;
  /** What it prints, where the page says so. */
  readonly output: string | undefined;
}

/**
 * A `ts` fence begins a program; one that is marked `continues` goes on with the one before it. `no-run: reason` keeps a program from being run,
 * and what a `text output` fence has is what the program before it prints.
 *
 * @throws Error for a mark that is none of these, or with nothing before it to go on with.
 */
export function programsOf(fences: readonly Fence[]): Program[] {
  const programs: { -readonly [Part in keyof Program]: Program[Part] }[] = [];
  for (const { line, language, mark, code } of fences) {
    const last = programs.at(-1);
    const notRun = /(?:^|\s)no-run: *(\S.*)$/.exec(mark)?.[1];
    const continues = /^continues\b/.test(mark);
    if (language === "text" && mark === "output" && last) {
      last.output = (last.output ?? "") + code;
    } else if (language === "ts" && continues && last) {
      last.code = at(line, code, last.code);
      last.notRun ??= notRun;
    } else if (language === "ts" && (mark === "" || (notRun && !continues))) {
      programs.push({ line, code: at(line, code), notRun, output: undefined });
    } else if (language === "ts" || mark === "output") {
      throw new Error(
        `line ${line - 1}: expected "continues" behind a program, "no-run: reason" or "output", found "${mark}"`,
      );
    }
  }
  return programs;
}

/** Puts code into the given line, behind what is there before. */
function at(line: number, code: string, before = ""): string {
  return before + "\n".repeat(line - before.split("\n").length) + code;
}
