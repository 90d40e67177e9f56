// Fills a sandbox with made-up customers.
import { type Clock, createClock } from "../clock.ts";
import { type Ids, seededIds } from "../ids.ts";
import { type ProviderName, providerNames } from "../options.ts";
import type { Provider } from "../provider.ts";
import { createRandom, maxSeed } from "../random.ts";
import { type Named, optional, readChoice, readInteger, readObject, unexpected } from "../read.ts";
import { Refusal } from "../refusal.ts";
import type { Storage } from "../storage/storage.ts";
import { seedBodies } from "./customers.ts";

/** Which customers to make up. */
export interface SeedOptions {
  /**
   * How many for each provider, at most 10,000.
   * @default 10
   */
  readonly count?: number | undefined;
  /**
   * Which ones: for the same seed always the same, with the same ids and times, and with a greater count some more.
   * @default 1
   */
  readonly seed?: number | undefined;
  /** @default all of them */
  readonly providers?: readonly ProviderName[] | undefined;
}

/** The same, with nothing left open. */
export interface SeedPlan {
  readonly count: number;
  readonly seed: number;
  readonly providers: readonly ProviderName[];
}

/** The time of the first one's creation. */
const firstTime = Date.UTC(2024, 0, 15, 1, 30);
const longestGap = 6 * 60 * 60_000;

/** @throws TypeError that names the field which isn't as expected. */
export function readSeedOptions(value: unknown): SeedPlan {
  const field = readObject("", value, ["count", "seed", "providers"]);
  return {
    count: optional(field("count"), (named) => readInteger(named, 0, 10_000)) ?? 10,
    seed: optional(field("seed"), (named) => readInteger(named, 0, maxSeed)) ?? 1,
    providers: optional(field("providers"), readProviders) ?? providerNames,
  };
}

function readProviders({ name, value }: Named): ProviderName[] {
  if (!Array.isArray(value)) throw unexpected({ name, value }, "a list");
  return value.map((item, index) => readChoice({ name: `${name}[${index}]`, value: item }, providerNames));
}

/**
 * Puts in customers by each provider's own create. What is there stays; customers of the same seed that are there
 * already aren't put in again.
 *
 * @param make Makes a provider's behaviour with a clock and ids of its own.
 */
export async function putSeeds(
  { count, seed, providers }: SeedPlan,
  storage: Storage,
  make: (name: ProviderName, clock: Clock, ids: Ids) => Provider,
): Promise<void> {
  for (const name of providers) {
    await storage.transaction(async (records) => {
      // All that is remembered starts afresh, should the transaction be done again.
      const random = createRandom(seed + providerNames.indexOf(name) * 2 ** 28);
      const clock = createClock();
      clock.set(firstTime);
      const create = make(name, clock, seededIds(random)).handlers.createCustomer;
      for (let index = 0; index < count; index++) {
        clock.advance(random.below(longestGap));
        await create?.({ path: {}, query: {}, body: seedBodies[name](random) }, records).catch(unlessThere);
      }
    });
  }
}

/** AsiaBill and Lumyri don't notice that an id is taken; Finan refuses the doubled code. */
function unlessThere(error: unknown): void {
  if (!(error instanceof Refusal && error.kind === "conflict")) throw error;
}
