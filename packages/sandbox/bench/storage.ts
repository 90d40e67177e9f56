// What the storages cost: `node bench/storage.ts`, or `storage()` from a program.
import { type Million, million } from "./million.ts";
import { type Throughput, throughput } from "./throughput.ts";

/** All that was measured. */
export interface StorageFigures {
  readonly throughput: readonly Throughput[];
  readonly million: Million;
}

/** Measures requests a second for each storage, and pages and memory with a million customers in SQLite. */
export async function storage(customers?: number): Promise<StorageFigures> {
  return { throughput: await throughput(), million: await million(customers) };
}

if (import.meta.main) console.log(JSON.stringify(await storage(Number(process.argv[2] ?? 1_000_000)), null, 2));
