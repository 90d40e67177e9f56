import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { compareWithOurs, comparisonTable, ratioGate } from "./compare.ts";
import type { Outcome } from "./outcome.ts";

const processes = 7;
const effort = { warmUpCalls: 1_500, rounds: 5, callsPerRound: 400 };
const others = ["byHand", "openapiFetchSigned", "bareFetch"] as const;
const title = "customers.get, loopback";

/** What a call costs over HTTP on loopback, with Node's own `fetch` and a server in another process. */
export async function loopback(): Promise<Outcome> {
  const server = fork(join(import.meta.dirname, "loopback-server.ts"));
  try {
    const [port] = await once(server, "message", { signal: AbortSignal.timeout(10_000) });
    const baseUrl = `http://127.0.0.1:${port}`;
    const found = await compareWithOurs(others, processes, { ...effort, baseUrl, call: "get" });
    return {
      tables: [comparisonTable(title, found)],
      gates: [ratioGate(title, found.byHand, 1.1), ratioGate(title, found.openapiFetchSigned, 1)],
    };
  } finally {
    server.kill();
  }
}
