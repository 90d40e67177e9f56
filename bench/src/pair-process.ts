// Measures ours beside one other contender, call by call in random order: whatever the machine does meanwhile, and whatever one
// call leaves behind for the next, hits both alike. Argument: a PairTask as JSON. Prints PairTimes as JSON.
import { type ContenderKey, loadContender } from "./contenders/index.ts";
import { ours } from "./contenders/ours.ts";
import { stub, verify } from "./contenders/verify.ts";
import { median } from "./statistics.ts";

/** What is to be measured. */
export interface PairTask {
  readonly other: ContenderKey;
  readonly call: "get" | "create";
  /** A server that is called with the real `fetch`; by default `fetch` is a stub that answers at once. */
  readonly baseUrl?: string;
  /** Redocly's generated client, as JavaScript. */
  readonly redocly?: string;
  /** Calls of each before anything is measured, so that the engine has compiled them. */
  readonly warmUpCalls: number;
  readonly rounds: number;
  /** Calls of each in a round. */
  readonly callsPerRound: number;
}

/** What was measured: for each round the median of its calls in microseconds, which no garbage collection moves. */
export interface PairTimes {
  /** The other's name. */
  readonly name: string;
  readonly ours: readonly number[];
  readonly its: readonly number[];
}

type Run = () => Promise<unknown>;

async function measure({
  other,
  call,
  baseUrl,
  redocly,
  warmUpCalls,
  rounds,
  callsPerRound,
}: PairTask): Promise<PairTimes> {
  const target = baseUrl === undefined ? stub : { baseUrl, fetch };
  const create = [ours, await loadContender(other, redocly)] as const;
  for (const each of create) await verify(each);
  const [own, its] = [create[0](target), create[1](target)];

  const times = { name: its.name, ours: [] as number[], its: [] as number[] };
  await measureRound(own[call], its[call], warmUpCalls);
  for (let round = 0; round < rounds; round++) {
    const [ownTimes, itsTimes] = await measureRound(own[call], its[call], callsPerRound);
    times.ours.push(median(ownTimes));
    times.its.push(median(itsTimes));
  }
  return times;
}

async function measureRound(own: Run, other: Run, calls: number): Promise<[Float64Array, Float64Array]> {
  const runs = [own, other] as const;
  const times: [Float64Array, Float64Array] = [new Float64Array(calls), new Float64Array(calls)];
  for (let call = 0; call < calls; call++) {
    for (const index of Math.random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = performance.now();
      await runs[index]();
      times[index][call] = (performance.now() - start) * 1_000;
    }
  }
  return times;
}

if (import.meta.main) {
  process.stdout.write(JSON.stringify(await measure(JSON.parse(process.argv[2] as string))));
}
