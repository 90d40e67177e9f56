// The generator against sandboxes with a bug: it has to find every one of them.
import { defaultCredentials } from "@customer-clients/sandbox";
import { describe, expect, onTestFinished, test } from "vitest";
import { failure } from "../../support/failure.ts";
import { loadMutant, type Mutant, type MutantSandbox } from "./mutant.ts";
import { mutants } from "./mutants/all.ts";
import { readApi } from "./operations.ts";
import { providers } from "./providers/all.ts";
import { pingxxCredentials } from "./providers/pingxx.ts";
import { checkAcceptance, checkRefusals } from "./run.ts";
import { startSession } from "./session.ts";

/** First a few requests of each operation, then more, up to as many as the generator's full run has. */
const rounds = [50, 500, 10_000];
const seed = 20_261_119;

/** A second is usual. */
const timeout = 120_000;

/**
 * Runs the generator until it finds something.
 *
 * @param createSandbox Of the package, or of a copy with a bug.
 * @throws Error with what it finds.
 */
async function search(
  provider: string,
  numsRuns: readonly number[],
  createSandbox: MutantSandbox["createSandbox"],
): Promise<void> {
  const credentials = { ...defaultCredentials, pingxx: pingxxCredentials };
  for (const rules of providers.filter(({ name }) => name === provider)) {
    const api = readApi(rules.name);
    const session = startSession(await createSandbox({ credentials }), rules, api);
    for (const numRuns of numsRuns) {
      const budget = { numRuns, seed, timeout: 1_000, endOnFailure: true };
      for (const operation of api.operations) {
        await checkRefusals(session, operation, rules, budget);
        await checkAcceptance(session, operation, rules, budget);
      }
    }
  }
}

async function load(mutant?: Mutant): Promise<MutantSandbox["createSandbox"]> {
  const { createSandbox, remove } = await loadMutant(mutant);
  onTestFinished(remove);
  return createSandbox;
}

describe("the generator", () => {
  test.each(providers)(
    "finds nothing in a copy of the sandbox without a bug: $name",
    async ({ name }) => {
      await search(name, [50], await load());
    },
    timeout,
  );

  test.each(mutants)(
    "finds that $bug ($provider)",
    async (mutant) => {
      const createSandbox = await load(mutant);
      const error = await failure<Error>(search(mutant.provider, rounds, createSandbox));
      const cause = String(error.cause);
      expect(/rule broken: (.*)/.exec(cause)?.[1] ?? cause).toMatch(mutant.foundBy);
    },
    timeout,
  );
});
