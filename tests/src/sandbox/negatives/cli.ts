// The generator in full: for each operation of each provider, 10,000 requests that break one rule and 10,000 valid ones.
import { parseArgs } from "node:util";
import { createSandbox, defaultCredentials } from "@customer-clients/sandbox";
import { brokenCases } from "./cases.ts";
import { readApi } from "./operations.ts";
import { providers } from "./providers/all.ts";
import { pingxxCredentials } from "./providers/pingxx.ts";
import { checkAcceptance, checkRefusals } from "./run.ts";
import { startSession } from "./session.ts";

const usage = `Usage: pnpm test:negatives [--runs 10000] [--seed N]

Sends generated requests to the sandbox in process: so many of each operation that break exactly one rule, all of which
it has to refuse as the provider does, and as many valid ones, all of which it has to accept.

Exit code: 0 as it has to be, 1 something else, 2 a wrong argument.`;

const { runs, seed } = readArguments();
console.log(`Seed ${seed}`);
let failures = 0;
for (const rules of providers) {
  const api = readApi(rules.name);
  for (const operation of api.operations) {
    const begin = performance.now();
    const credentials = { ...defaultCredentials, pingxx: pingxxCredentials };
    const session = startSession(await createSandbox({ credentials }), rules, api);
    const budget = { numRuns: runs, seed, timeout: 5_000 };
    try {
      await checkRefusals(session, operation, rules, budget);
      await checkAcceptance(session, operation, rules, budget);
      const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
      const count = `${runs} refused (${brokenCases(operation, rules).size} rules), ${runs} accepted`;
      console.log(`${rules.name.padEnd(9)} ${operation.id.padEnd(21)} ${count}, ${seconds} s`);
    } catch (error) {
      failures++;
      console.error(`${rules.name} ${operation.id}: ${(error as Error).message}\n${(error as Error).cause}`);
    }
  }
}
process.exitCode = failures === 0 ? 0 : 1;

function readArguments(): { runs: number; seed: number } {
  try {
    const options = { runs: { type: "string" }, seed: { type: "string" }, help: { type: "boolean" } } as const;
    const { values } = parseArgs({ options });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    const number = (text: string, name: string) => {
      if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name}: expected a whole number, found ${text}`);
      return Number(text);
    };
    return { runs: number(values.runs ?? "10000", "runs"), seed: number(values.seed ?? "20261119", "seed") };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
