import { join } from "node:path";
import type { Outcome } from "./outcome.ts";
import { withRival } from "./rival.ts";
import { runNode } from "./run-process.ts";

/** What calls hold while they wait for an answer. */
export function memory(): Promise<Outcome> {
  return withRival(async ({ module }) => {
    const child = join(import.meta.dirname, "memory-process.ts");
    const rows = JSON.parse(await runNode(["--expose-gc", child, module]));
    return {
      tables: [{ title: "1,000 calls in flight, stubbed fetch", columns: [{ name: "heap", unit: "kB" }], rows }],
      gates: [],
    };
  });
}
