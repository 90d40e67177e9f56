import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Processes } from "../rehearse-release/processes.ts";

/** A server for turbo's remote cache. */
export interface CacheServer {
  /** What turbo needs to know to use it. */
  readonly env: Readonly<Record<string, string>>;
}

const token = "a-token-of-this-test";
const attempts = 200;

/**
 * Starts the cache server on a free port of 127.0.0.1.
 *
 * @param rig - The folder where it is installed.
 * @param storage - The folder where it keeps artifacts.
 * @throws Error when it ends, or doesn't answer within 20 seconds.
 */
export async function startCacheServer(
  processes: Processes,
  rig: string,
  storage: string,
  env: NodeJS.ProcessEnv,
): Promise<CacheServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let failure: Error | undefined;
  void processes
    .run({
      argv: [process.execPath, join(rig, "node_modules/turborepo-remote-cache/dist/cli.js")],
      cwd: storage,
      env: {
        ...env,
        ...{ HOST: "127.0.0.1", PORT: String(port), TURBO_TOKEN: token, LOG_LEVEL: "error" },
        ...{ STORAGE_PROVIDER: "local", STORAGE_PATH: storage, STORAGE_PATH_USE_TMP_FOLDER: "false" },
        // Only whether there is one counts: then it keeps signatures. It isn't the builders' key, which it needn't know.
        TURBO_REMOTE_CACHE_SIGNATURE_KEY: "kept",
      },
      timeoutMs: 3_600_000,
    })
    .catch((error: Error) => {
      failure = error;
    });
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (failure) throw failure;
    const answer = await fetch(`${url}/v8/artifacts/status`, { headers: { authorization: `Bearer ${token}` } }).catch(
      () => undefined,
    );
    if (answer?.ok) return { env: { TURBO_API: url, TURBO_TOKEN: token, TURBO_TEAM: "team_customer_clients" } };
    await setTimeout(100);
  }
  throw new Error(`${url}: expected the cache server to answer within ${attempts / 10} s`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
