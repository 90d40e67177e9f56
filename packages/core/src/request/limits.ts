import { check } from "../errors/invalid-argument-error.ts";

/** What bounds a call. */
export interface Limits {
  /** Milliseconds for one attempt. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
  readonly maxResponseBytes: number;
}

/**
 * Fills in what a caller left out.
 *
 * @param given - The caller's options.
 * @param defaults - What holds for the rest; by default, what holds for a client that isn't told otherwise.
 * @throws InvalidArgumentError for one that isn't a whole number in its range.
 */
export function resolveLimits(
  given: { readonly [name in keyof Limits]?: number | undefined },
  defaults: Limits = { timeoutMs: 30_000, maxRetries: 2, maxResponseBytes: 10_485_760 },
): Limits {
  const limits: { -readonly [name in keyof Limits]: number } = { ...defaults };
  for (const name of Object.keys(limits) as (keyof Limits)[]) {
    const value = given[name] ?? limits[name];
    const least = name === "maxRetries" ? 0 : 1;
    // Timers fire at once for a longer delay than a signed 32-bit number of milliseconds, which is what `| 0` leaves as it is.
    check((value | 0) === value && value >= least, name, `a whole number from ${least} to 2147483647`);
    limits[name] = value;
  }
  return limits;
}
