/** Numbers that look random, and are the same for the same seed. */
export interface Random {
  /** @returns A number from 0, included, to 1, not included. */
  next(): number;
  /** @returns A whole number from 0 to one less than the limit. */
  below(limit: number): number;
  /** @returns One of a list's items. */
  pick<const Items extends readonly [unknown, ...unknown[]]>(items: Items): Items[number];
}

/** The greatest seed. */
export const maxSeed: number = 2 ** 32 - 1;

/**
 * Makes a row of numbers, by xorshift with 32 bits: good enough to choose names and faults by.
 *
 * @param seed A whole number from 0 to {@link maxSeed}. Neighbours give rows that have nothing in common.
 */
export function createRandom(seed: number): Random {
  // Xorshift can't leave 0.
  let state = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1) || 1;
  const step = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  // The first few numbers of neighbouring seeds are alike.
  for (let count = 0; count < 16; count++) step();
  const next = () => step() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, pick: (items) => items[below(items.length)] ?? items[0] };
}
