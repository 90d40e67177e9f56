import { join } from "node:path";
import type { Outcome } from "./outcome.ts";
import { runNode } from "./run-process.ts";
import { estimate } from "./statistics.ts";
import { root } from "./workspace.ts";

const starts = 7;
const longestRunMs = 180_000;

/** From `createSandbox` to its first answer, in process; each time in a fresh process. */
export async function sandboxStart(): Promise<Outcome> {
  const times: { import: number; answer: number }[] = [];
  for (let run = 0; run < starts; run++) {
    times.push(JSON.parse(await runNode([join(import.meta.dirname, "sandbox-start-process.ts")])));
  }
  const answer = estimate(times.map((time) => time.answer));
  const title = "the sandbox's start, in process";
  return {
    tables: [
      {
        title,
        columns: [{ name: "time", unit: "ms" }],
        rows: [
          { name: "its import", values: [estimate(times.map((time) => time.import))] },
          { name: "createSandbox to the first answer", values: [answer] },
        ],
      },
    ],
    gates: [{ name: `${title}, to the first answer`, value: answer.median, limit: 50, unit: "ms" }],
  };
}

/** Requests a second over loopback for each storage, beside a Hono app with a constant answer. */
export async function sandboxThroughput(): Promise<Outcome> {
  const rows: readonly {
    storage: string;
    createsPerSecond: number;
    createRatio: number;
    readsPerSecond: number;
    readRatio: number;
  }[] = JSON.parse(await measure("throughput"));
  return {
    tables: [
      {
        title: "the sandbox over loopback, and its part of what a Hono app with a constant answer does",
        columns: [
          { name: "creates", unit: "/s" },
          { name: "÷ constant", unit: "×" },
          { name: "reads", unit: "/s" },
          { name: "÷ constant", unit: "×" },
        ],
        rows: rows.map(({ storage, createsPerSecond, createRatio, readsPerSecond, readRatio }) => ({
          name: storage,
          values: [createsPerSecond, createRatio, readsPerSecond, readRatio],
        })),
      },
    ],
    gates: [],
  };
}

/** Ping++'s cursor pages and the memory taken, with a million customers in SQLite. */
export async function sandboxMillion(): Promise<Outcome> {
  const found = JSON.parse(await measure("million"));
  const title = `the sandbox with ${found.customers.toLocaleString("en")} customers in SQLite`;
  return {
    tables: [
      {
        title: `${title}: a page of 100`,
        columns: [{ name: "time", unit: "µs" }],
        rows: [
          { name: "at the start", values: [found.firstPageMs * 1_000] },
          { name: "at the end", values: [found.lastPageMs * 1_000] },
        ],
      },
      {
        title: `${title}: the most memory taken`,
        columns: [{ name: "memory", unit: "kB" }],
        rows: [
          { name: "200 customers", values: [found.emptyMemory / 1_000] },
          { name: "all customers", values: [found.fullMemory / 1_000] },
        ],
      },
    ],
    // As fast at the end as at the start, and bounded, with room for noise.
    gates: [
      { name: `${title}: last page ÷ first`, value: found.lastPageMs / found.firstPageMs, limit: 1.25, unit: "×" },
      { name: `${title}: memory ÷ that with 200`, value: found.fullMemory / found.emptyMemory, limit: 1.5, unit: "×" },
    ],
  };
}

function measure(what: string): Promise<string> {
  return runNode(["--no-warnings", join(root, "packages/sandbox/bench/storage.ts"), what], root, longestRunMs);
}
