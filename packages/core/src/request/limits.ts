import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";

/** What bounds a call. */
export interface Limits {
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
}

/** What holds for a client that isn't told otherwise. */
export const defaultLimits: Limits = { timeoutMs: 30_000, maxRetries: 2, maxResponseBytes: 10_485_760 };

/** Timers fire at once for a longer delay than 31 bits of milliseconds hold. */
const largest = 2 ** 31 - 1;

/**
 * Fills in what a caller left out.
 *
 * @param given - The caller's options.
 * @param defaults - What holds for the rest.
 * @throws InvalidArgumentError for one that isn't a whole number in its range.
 */
export function resolveLimits(
  given: { readonly [name in keyof Limits]?: number | undefined },
  defaults: Limits,
): Limits {
  const limit = (name: keyof Limits, least: number) => {
    const value = given[name] ?? defaults[name];
    if (Number.isInteger(value) && value >= least && value <= largest) return value;
    throw new InvalidArgumentError(`${name}: expected a whole number from ${least} to ${largest}`);
  };
  return {
    timeoutMs: limit("timeoutMs", 1),
    maxRetries: limit("maxRetries", 0),
    maxResponseBytes: limit("maxResponseBytes", 1),
  };
}
