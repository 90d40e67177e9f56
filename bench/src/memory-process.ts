// Measures what calls in flight hold on the heap, and prints a table's rows. Arguments: the module of Redocly's client.
import type { Target } from "./contenders/contender.ts";
import { type ContenderKey, loadContender } from "./contenders/index.ts";
import { stub } from "./contenders/verify.ts";
import { estimate } from "./statistics.ts";

const count = 1_000;
const runs = 5;
const keys: readonly ContenderKey[] = [
  "ours",
  "openapiFetchSigned",
  "openapiFetch",
  "redocly",
  "oursByPath",
  "byHand",
  "bareFetch",
];
const collect = globalThis.gc as () => void;

/** Answers when it is told to. */
function heldBack(): { fetch: Target["fetch"]; waiting: (() => void)[] } {
  const waiting: (() => void)[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return stub.fetch(input, init);
  };
  return { fetch, waiting };
}

/** @returns What {@link count} calls hold, in bytes. */
async function measure(get: () => Promise<unknown>, waiting: (() => void)[]): Promise<number> {
  const before = await heapUsed();
  const calls = Array.from({ length: count }, get);
  const held = (await heapUsed()) - before;
  if (waiting.length !== count) throw new Error(`expected ${count} requests on their way, found ${waiting.length}`);
  for (const answer of waiting.splice(0)) answer();
  await Promise.all(calls);
  return held;
}

/** The heap once all that can go on has gone on, and what nobody holds is collected. */
async function heapUsed(): Promise<number> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
  return process.memoryUsage().heapUsed;
}

const rows = [];
for (const key of keys) {
  const { fetch, waiting } = heldBack();
  const { name, get } = (await loadContender(key, process.argv[2]))({ ...stub, fetch });
  await measure(get, waiting);
  const values: number[] = [];
  for (let run = 0; run < runs; run++) values.push((await measure(get, waiting)) / 1_000);
  rows.push({ name, values: [estimate(values)] });
}
process.stdout.write(JSON.stringify(rows));
