import { compareWithOurs, comparisonTable, ratioGate } from "./compare.ts";
import type { Outcome } from "./outcome.ts";
import { withRival } from "./rival.ts";

const processes = 3;
const effort = { warmUpCalls: 2_000, rounds: 5, callsPerRound: 1_000 };
const others = ["openapiFetchSigned", "openapiFetch", "redocly", "oursByPath", "byHand", "bareFetch"] as const;

/** What a call costs without a network: all that `fetch` does is to answer. */
export function calls(): Promise<Outcome> {
  return withRival(async ({ module: redocly }) => {
    const gets = await compareWithOurs(others, processes, { ...effort, redocly, call: "get" });
    const creates = await compareWithOurs(others, processes, { ...effort, redocly, call: "create" });
    const title = "customers.get, stubbed fetch";
    return {
      tables: [comparisonTable(title, gets), comparisonTable("customers.create, stubbed fetch", creates)],
      gates: [ratioGate(title, gets.openapiFetchSigned, 0.9)],
    };
  });
}
