import type { MethodComparison } from "./compare-method.ts";
import type { Pair } from "./pairs.ts";

/**
 * Finds the smallest things that break: a check of a part, and that of a whole type only where no part of it says why.
 *
 * @param failed The checks that the compiler answered with no.
 * @returns For each comparison, the failed checks that it meets on its way through the schemas.
 */
export function tellingPairs(
  comparisons: readonly MethodComparison[],
  failed: ReadonlySet<number>,
): ReadonlyMap<MethodComparison, readonly number[]> {
  const told = new Map<Pair, readonly number[]>();
  const explained = new Set<Pair>();
  const tell = (pair: Pair, checks: readonly number[]) => {
    told.set(pair, checks);
    for (const above of withAncestors(pair, explained)) explained.add(above);
  };
  const pairs = childrenFirst(comparisons.flatMap((comparison) => comparison.pairs));
  for (const pair of pairs) {
    const checks = pair.checks.filter((check) => failed.has(check));
    if (checks.length > 0) tell(pair, checks);
  }
  for (const pair of pairs) if (failed.has(pair.whole) && !explained.has(pair)) tell(pair, [pair.whole]);

  const users = new Map<Pair, MethodComparison[]>();
  for (const comparison of comparisons)
    for (const pair of comparison.pairs) users.set(pair, [...(users.get(pair) ?? []), comparison]);
  const met = new Map<MethodComparison, number[]>();
  for (const [pair, checks] of told) {
    for (const comparison of new Set([...withAncestors(pair)].flatMap((above) => users.get(above) ?? [])))
      met.set(comparison, [...(met.get(comparison) ?? []), ...checks]);
  }
  return met;
}

/** @param known Pairs that needn't be gone through again. */
function withAncestors(pair: Pair, known: ReadonlySet<Pair> = new Set()): Set<Pair> {
  const found = new Set([pair]);
  for (const one of found) for (const parent of one.parents) if (!known.has(parent)) found.add(parent);
  return found;
}

/** All that the pairs lead to, each behind what it leads to itself, as far as they don't lead round. */
function childrenFirst(roots: readonly Pair[]): Set<Pair> {
  const done = new Set<Pair>();
  const entered = new Set<Pair>();
  const stack = [...roots];
  for (let pair = stack.at(-1); pair; pair = stack.at(-1)) {
    if (entered.has(pair)) {
      stack.pop();
      done.add(pair);
      continue;
    }
    entered.add(pair);
    for (const child of pair.children) if (!entered.has(child)) stack.push(child);
  }
  return done;
}
