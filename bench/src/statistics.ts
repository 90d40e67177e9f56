/** A measured value: the middle one of several, and how far they lie apart. */
export interface Estimate {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The middle value; with an even count, the mean of the two in the middle.
 *
 * @param values - In any order; they are left as they are.
 * @throws RangeError without any.
 */
export function median(values: Iterable<number>): number {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted.length >> 1;
  const lower = (sorted.length - 1) >> 1;
  if (upper >= sorted.length) throw new RangeError("median: expected at least one value");
  return ((sorted[lower] as number) + (sorted[upper] as number)) / 2;
}

/**
 * Sums up what was measured several times: the median, the lowest and the highest.
 *
 * @throws RangeError without any value.
 */
export function estimate(values: readonly number[]): Estimate {
  return { median: median(values), low: Math.min(...values), high: Math.max(...values) };
}

/**
 * How two things that were measured side by side compare. Each round gives a ratio of its own: what slowed a whole round down
 * slowed both, and drops out.
 *
 * @param numerators - One value a round.
 * @param denominators - The other's value of the same round.
 * @throws RangeError when there are no rounds, or not as many of both.
 */
export function ratio(numerators: readonly number[], denominators: readonly number[]): Estimate {
  if (numerators.length !== denominators.length)
    throw new RangeError("ratio: expected as many numerators as denominators");
  return estimate(numerators.map((numerator, round) => numerator / (denominators[round] as number)));
}
