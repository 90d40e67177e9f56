import { createContext, Script } from "node:vm";

/** How long one test of a pattern may take, in milliseconds: thousands of times what a harmless one takes. */
const TIMEOUT_MS = 100;

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
  sandbox.expression = expression;
  sandbox.text = text;
  try {
    return test.runInContext(sandbox, { timeout: TIMEOUT_MS }) as boolean;
  } catch {
    catastrophic.add(pattern);
    return true;
  }
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
