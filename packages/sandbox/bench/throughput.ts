// Requests a second over loopback, for each storage, beside a Hono app that answers a constant.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startPostgres } from "../src/testing/postgres-server.ts";
import { startProcess } from "../src/testing/processes.ts";
import { createLoad, type Wanted } from "./load.ts";

/** What was measured of one storage: the medians of all rounds. */
export interface Throughput {
  readonly storage: "memory" | "SQLite" | "PostgreSQL";
  /** Customers created in a second. */
  readonly createsPerSecond: number;
  /** The same as a part of what the Hono app answers. */
  readonly createRatio: number;
  /** Customers read in a second. */
  readonly readsPerSecond: number;
  /** The same as a part of what the Hono app answers. */
  readonly readRatio: number;
}

const constantScript = fileURLToPath(new URL("./constant-process.ts", import.meta.url));
const rounds = 7;
const requestsPerRound = 1_000;
const body = JSON.stringify({ first_name: "An", last_name: "Nguyễn", email: "an@example.com", phone: "0901234567" });

/** Measures creates and reads, through Lumyri's API: it has no signature, which would be measured along. */
export async function throughput(): Promise<readonly Throughput[]> {
  const folder = await mkdtemp(join(tmpdir(), "sandbox-bench-"));
  const postgres = await startPostgres();
  const databases = { memory: ":memory:", SQLite: join(folder, "sandbox.db"), PostgreSQL: postgres.url } as const;
  const names = ["memory", "SQLite", "PostgreSQL"] as const;
  const processes = await Promise.all(names.map((name) => startProcess(databases[name], folder)));
  const load = createLoad();
  let constant: ChildProcess | undefined;
  try {
    const servers = await Promise.all(
      processes.map(async ({ urls, credentials: { lumyri } }) => {
        const url = `${urls.lumyri}/users/customers`;
        const authorization = { authorization: `Bearer ${lumyri.accessToken}`, "x-app-id": lumyri.appId };
        const create = { method: "POST", url, headers: { ...authorization, "content-type": "application/json" }, body };
        const answer = await load.send(create);
        const read = { method: "GET", url: `${url}/${JSON.parse(answer).data.id}`, headers: authorization };
        return { create, read, answer };
      }),
    );
    const [first] = servers;
    if (!first) throw new Error("expected a server");
    constant = fork(constantScript, [first.answer]);
    const [origin] = await once(constant, "message");
    const constantly = (wanted: Wanted) => ({ ...wanted, url: origin + new URL(wanted.url).pathname });
    const measured = names.map(() => ({ create: [] as [number, number][], read: [] as [number, number][] }));
    for (let round = -1; round < rounds; round++) {
      for (const kind of ["create", "read"] as const) {
        const base = await load.perSecond(requestsPerRound, () => constantly(first[kind]));
        for (const [index, server] of servers.entries()) {
          const perSecond = await load.perSecond(requestsPerRound, () => server[kind]);
          // The first round is to warm up.
          if (round >= 0) measured[index]?.[kind].push([perSecond, perSecond / base]);
        }
      }
    }
    return names.map((storage, index) => {
      const { create = [], read = [] } = measured[index] ?? {};
      return {
        storage,
        createsPerSecond: median(create.map(([perSecond]) => perSecond)),
        createRatio: median(create.map(([, ratio]) => ratio)),
        readsPerSecond: median(read.map(([perSecond]) => perSecond)),
        readRatio: median(read.map(([, ratio]) => ratio)),
      };
    });
  } finally {
    load.close();
    constant?.disconnect();
    for (const { kill } of processes) await kill();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
