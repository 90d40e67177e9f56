import { createContext, Script } from "node:vm";

/**
 * How long a test of a pattern may take, in milliseconds: a harmless one takes a thousandth. The second try is for a
 * machine that was busy with something else.
 */
const TIMEOUTS_MS = [100, 1_000];

/** So many patterns that take too long aren't there by accident: the others are no longer given a second try. */
const MAX_PATIENCE = 5;

/** Longer texts are always guarded. */
const MAX_PLAIN_TEXT = 1_000;

const sandbox = createContext(Object.create(null) as { expression?: RegExp; text?: string });
const test = new Script("expression.test(text)");

const compiled = new Map<string, RegExp | undefined>();
const catastrophic = new Set<string>();

/** @returns Whether a pattern was seen to take too long: what it says of a text isn't known. */
export function isCatastrophic(pattern: string): boolean {
  return catastrophic.has(pattern);
}

/**
 * Tests a text against a document's own pattern, which may be one that backtracks without end: it is stopped.
 *
 * @returns Whether it matches; true where that can't be known, since then nothing follows from it.
 */
export function matches(pattern: string, text: string): boolean {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  const expression = compiled.get(pattern);
  if (!expression || catastrophic.has(pattern)) return true;
  if (isPlain(pattern) && text.length <= MAX_PLAIN_TEXT) return expression.test(text);
  sandbox.expression = expression;
  sandbox.text = text;
  for (const timeout of catastrophic.size < MAX_PATIENCE ? TIMEOUTS_MS : TIMEOUTS_MS.slice(0, 1)) {
    try {
      return test.runInContext(sandbox, { timeout }) as boolean;
    } catch {
      // It took too long.
    }
  }
  catastrophic.add(pattern);
  return true;
}

/** Without repeated groups, and with few repetitions, time grows slowly with the text. */
function isPlain(pattern: string): boolean {
  return !/\)[*+{]/.test(pattern) && (pattern.match(/[*+{]/g)?.length ?? 0) <= 2;
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Tried without the flag, then taken for unusable.
    }
  }
  return undefined;
}
