// The sandbox on loopback, for Node: one port for each provider.
import { maxBodyBytes } from "./answer.ts";
import { controlApi, maxControlBodyBytes, newToken } from "./control/control.ts";
import { allowingOrigin, checkOrigin } from "./cross-origin.ts";
import { type Listener, listen } from "./http-server.ts";
import { type ProviderName, providerNames, type SandboxOptions } from "./options.ts";
import { forEachProvider, providerAt } from "./origins.ts";
import { createCore, type Sandbox } from "./sandbox.ts";
import { openStorage } from "./storage/open.ts";
import type { Storage } from "./storage/storage.ts";

/** What a sandbox on loopback is made from. */
export interface StartOptions extends SandboxOptions {
  /**
   * Where what the sandbox is told is kept: in the file at a path, by SQLite; in a PostgreSQL database that others can
   * share, `postgres://user:password@host:port/database`; or in `:memory:`.
   * @default ":memory:"
   */
  readonly database?: string | undefined;
  /**
   * The port of each provider, and of the control API; 0 is a free one.
   * @default 0 for each
   */
  readonly ports?: Partial<Readonly<Record<ProviderName | "control", number>>> | undefined;
  /**
   * The address that the providers listen on. The control API listens on 127.0.0.1, whatever this is.
   * @default "127.0.0.1"
   */
  readonly host?: string | undefined;
  /**
   * The origin of the web pages that may call the providers, such as `https://docs.example`; never the control API.
   * @default no page's
   */
  readonly allowOrigin?: string | undefined;
  /**
   * How long requests that have begun are waited for when the sandbox is closed, in milliseconds.
   * @default 500
   */
  readonly graceMs?: number | undefined;
}

/** A sandbox that listens. */
export interface StartedSandbox extends Sandbox {
  /** The control API: its URL, and the bearer token that it takes, a new one at each start. */
  readonly control: { readonly url: string; readonly token: string };
}

/**
 * Starts a sandbox that listens on loopback, with a control API beside it. Its `fetch` sends real requests to it, and to
 * nobody else.
 *
 * @throws TypeError for an empty credential or no origin; InvalidArgumentError for a public key that isn't RSA in PEM; Error when a
 * port is taken or the database can't be used, and then nothing listens.
 */
export async function startSandbox({ database, ...options }: StartOptions = {}): Promise<StartedSandbox> {
  const storage = await openStorage(database);
  try {
    return await start(storage, options);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function start(
  storage: Storage,
  { ports = {}, host, allowOrigin, graceMs = 500, ...options }: Omit<StartOptions, "database">,
): Promise<StartedSandbox> {
  if (allowOrigin !== undefined) checkOrigin("allowOrigin", allowOrigin);
  const { basePaths, receive, ...core } = await createCore(options, storage);
  const token = newToken();
  // What the control API works on is there once it is known where everything listens.
  const control = controlApi(token, () => sandbox);
  const started = await Promise.allSettled([
    ...providerNames.map((name) =>
      listen(
        { host, port: ports[name] ?? 0, maxBodyBytes, graceMs },
        allowingOrigin(allowOrigin, (request) => receive(name, request)),
      ),
    ),
    listen({ port: ports.control ?? 0, maxBodyBytes: maxControlBodyBytes, graceMs }, control),
  ]);
  const listeners = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failure = started.find((result) => result.status === "rejected");
  if (failure) {
    await closeAll(listeners);
    throw failure.reason;
  }
  const urls = forEachProvider((name) => `${listeners[providerNames.indexOf(name)]?.origin}${basePaths[name]}`);
  const sandbox: StartedSandbox = {
    ...core,
    urls,
    control: { url: listeners.at(-1)?.origin ?? "", token },
    async fetch(input, init) {
      providerAt(urls, new URL(input instanceof Request ? input.url : input));
      return fetch(input, init);
    },
    async close() {
      await closeAll(listeners);
      await core.close();
    },
  };
  return sandbox;
}

async function closeAll(listeners: readonly Listener[]): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.close()));
}

export * from "./exports.ts";
