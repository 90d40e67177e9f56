// Runs the generator: so many requests of each operation that break one rule, and as many that break none.
import fc from "fast-check";
import { brokenCases, validCases } from "./cases.ts";
import type { Operation } from "./operations.ts";
import type { ProviderRules } from "./provider.ts";
import type { Session } from "./session.ts";

/** How many requests, and which. */
export interface Budget {
  readonly numRuns: number;
  /** The same seed gives the same requests. */
  readonly seed: number;
  /** How long one request may take before it counts as one that hangs, in milliseconds. */
  readonly timeout: number;
  /** Ends at the first request found, instead of looking for the smallest. */
  readonly endOnFailure?: boolean;
}

/**
 * Sends requests that break one rule each.
 *
 * @throws Error with the smallest request found that isn't refused as it has to be, and the seed.
 */
export async function checkRefusals(
  session: Session,
  operation: Operation,
  rules: ProviderRules,
  budget: Budget,
): Promise<void> {
  const cases = fc.oneof(...brokenCases(operation, rules).values());
  await fc.assert(
    fc.asyncProperty(cases, (broken) => session.check(operation, broken)),
    budget,
  );
}

/**
 * Sends valid requests.
 *
 * @throws Error with the smallest request found that isn't accepted, and the seed.
 */
export async function checkAcceptance(
  session: Session,
  operation: Operation,
  rules: ProviderRules,
  budget: Budget,
): Promise<void> {
  const cases = validCases(operation, rules);
  await fc.assert(
    fc.asyncProperty(cases, (valid) => session.check(operation, valid)),
    budget,
  );
}
