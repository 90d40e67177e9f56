/** A place in a file; both numbers start at 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something in a file that keeps it from being used. */
export interface Problem extends Position {
  readonly file: string;
  /** What was expected. */
  readonly message: string;
}

/** A spec that no tool should read. The message has one line for each problem: `file:line:column: what was expected`. */
export class UnusableSpecError extends Error {
  override readonly name = "UnusableSpecError";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`).join("\n"));
    this.problems = problems;
  }
}
