// A great many customers in an SQLite file: how much memory a sandbox takes, and how fast Ping++'s cursor pages are.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CustomerRecord, customers } from "../src/pingxx/records.ts";
import { openStorage } from "../src/storage/open.ts";
import { startProcess } from "../src/testing/processes.ts";
import { createLoad } from "./load.ts";

/** What was measured. */
export interface Million {
  readonly customers: number;
  /** The most memory that a sandbox took that is empty and has answered as many requests, in bytes. */
  readonly emptyMemory: number;
  /** The most memory that a sandbox with all customers took, in bytes. */
  readonly fullMemory: number;
  /** The median of a page of 100 at the start, in milliseconds. */
  readonly firstPageMs: number;
  /** The median of a page of 100 at the end, in milliseconds. */
  readonly lastPageMs: number;
}

const batch = 5_000;
const pageSize = 100;
const pages = 300;

/**
 * Measures pages, at both ends in turn.
 *
 * @param count How many customers.
 */
export async function million(count = 1_000_000): Promise<Million> {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-bench-"));
  const empty = join(folder, "empty.db");
  const full = join(folder, "full.db");
  try {
    await fill(full, count);
    await fill(empty, 2 * pageSize);
    const { memory: emptyMemory } = await measure(empty, folder, 2 * pageSize);
    const { memory: fullMemory, firstPageMs, lastPageMs } = await measure(full, folder, count);
    return { customers: count, emptyMemory, fullMemory, firstPageMs, lastPageMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(database: string, folder: string, count: number) {
  const { urls, credentials, kill, peakMemory } = await startProcess(database, folder);
  const load = createLoad();
  try {
    const authorization = `Basic ${Buffer.from(`${credentials.pingxx.apiKey}:`).toString("base64")}`;
    const page = async (after: number) => {
      const url = `${urls.pingxx}/v1/customers?limit=${pageSize}&starting_after=${idOf(after)}`;
      const start = performance.now();
      const { data } = JSON.parse(await load.send({ method: "GET", url, headers: { authorization } }));
      if (data.length !== pageSize) throw new Error(`expected a page of ${pageSize}, found ${data.length}`);
      return performance.now() - start;
    };
    const first: number[] = [];
    const last: number[] = [];
    for (let index = 0; index < pages; index++) {
      // The newest come first.
      first.push(await page(count - 1 - (index % (pageSize / 2))));
      last.push(await page(pageSize + (index % (pageSize / 2))));
    }
    return { memory: await peakMemory(), firstPageMs: median(first), lastPageMs: median(last) };
  } finally {
    load.close();
    await kill();
  }
}

async function fill(path: string, count: number): Promise<void> {
  const storage = await openStorage(path);
  for (let start = 0; start < count; start += batch) {
    await storage.transaction(async (records) => {
      for (let index = start; index < Math.min(start + batch, count); index++) {
        const value = recordOf(index);
        await customers(records).insert({ id: value.id, created: value.created * 1_000, value });
      }
    });
  }
  await storage.close();
}

function recordOf(index: number): CustomerRecord {
  const id = idOf(index);
  // Many in a second, as after an import.
  const created = 1_700_000_000 + Math.floor(index / 1_000);
  const card = {
    id: `card_${index}`,
    object: "card" as const,
    created,
    last4: String(index % 10_000).padStart(4, "0"),
    funding: "debit" as const,
    brand: "UnionPay",
    bank: "boc",
    customer: id,
  };
  const text = { name: "张三", email: `${index}@example.com`, description: "made up" };
  return {
    id,
    created,
    app: "app_1",
    ...text,
    metadata: { index: String(index) },
    cards: [card],
    default_source: card.id,
  };
}

function idOf(index: number): string {
  return `cus_${String(index).padStart(14, "0")}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
