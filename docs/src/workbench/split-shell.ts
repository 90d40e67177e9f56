/** What a line of shell can't be read without, such as the value of a variable. */
export interface ShellWords {
  readonly words: readonly string[];
  /** The names of variables and substitutions that were left as they stand. */
  readonly unknown: readonly string[];
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

/**
 * Splits a command into words as a POSIX shell does: quotes, backslashes, lines that go on, and `$'…'` of bash. Nothing is
 * run or replaced.
 */
export function splitShell(command: string): ShellWords {
  const words: string[] = [];
  const unknown: string[] = [];
  // One alternative for each kind of token; what is left over is a plain character.
  const token =
    /(\s+|\\\r?\n)|'([^']*)'|\$'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(\$(?:\{[^}]*\}|\([^)]*\)|\w+)|`[^`]*`)|(.)/gsy;
  let word: string | undefined;
  for (const [, space, single, ansi, double, escaped, variable, plain] of command.matchAll(token)) {
    if (space !== undefined) {
      // A line that goes on doesn't end a word that has begun.
      if (space.startsWith("\\")) continue;
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    if (variable !== undefined) unknown.push(variable);
    if (double !== undefined)
      unknown.push(...(double.replace(/\\./gs, "").match(/\$(?:\{[^}]*\}|\([^)]*\)|\w+)|`[^`]*`/g) ?? []));
    word =
      (word ?? "") +
      (single ??
        (ansi === undefined ? undefined : ansiText(ansi)) ??
        (double === undefined ? undefined : doubleText(double)) ??
        escaped ??
        variable ??
        plain ??
        "");
  }
  if (word !== undefined) words.push(word);
  return { words, unknown };
}

function doubleText(text: string): string {
  return text.replace(/\\(?:\r?\n|([$`"\\]))/g, (_, escaped: string | undefined) => escaped ?? "");
}

function ansiText(text: string): string {
  return text.replace(/\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|(.))/gis, (_, byte: string, unit: string, other: string) =>
    other === undefined ? String.fromCharCode(Number.parseInt(byte ?? unit, 16)) : (escapes[other] ?? other),
  );
}
