// A sample of what `pnpm test:negatives` does in full.
import { createSandbox, defaultCredentials } from "@customer-clients/sandbox";
import { describe, test } from "vitest";
import { readApi } from "./operations.ts";
import { providers } from "./providers/all.ts";
import { pingxxCredentials } from "./providers/pingxx.ts";
import { checkAcceptance, checkRefusals } from "./run.ts";
import { startSession } from "./session.ts";

const budget = { numRuns: 300, seed: 20_261_119, timeout: 5_000 };

describe.each(providers)("$name", (rules) => {
  const api = readApi(rules.name);
  const begin = async () =>
    startSession(
      await createSandbox({ credentials: { ...defaultCredentials, pingxx: pingxxCredentials } }),
      rules,
      api,
    );

  test.each(api.operations)("$id refuses requests that break one rule, as the provider does", async (operation) => {
    await checkRefusals(await begin(), operation, rules, budget);
  });

  test.each(api.operations)("$id accepts valid requests", async (operation) => {
    await checkAcceptance(await begin(), operation, rules, budget);
  });
});
