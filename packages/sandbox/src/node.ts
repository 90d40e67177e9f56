// The sandbox on loopback, for Node: one port for each provider.
import { type Listener, listen } from "./http-server.ts";
import { type ProviderName, providerNames, type SandboxOptions } from "./options.ts";
import { forEachProvider, providerAt } from "./origins.ts";
import { createCore, type Sandbox } from "./sandbox.ts";

/** What a sandbox on loopback is made from. */
export interface StartOptions extends SandboxOptions {
  /**
   * The port of each provider; 0 is a free one.
   * @default 0 for each
   */
  readonly ports?: Partial<Readonly<Record<ProviderName, number>>> | undefined;
}

/**
 * Starts a sandbox that listens on 127.0.0.1. Its `fetch` sends real requests to it, and to nobody else.
 *
 * @throws TypeError for an empty credential; InvalidArgumentError for a public key that isn't RSA in PEM; Error when a
 * port is taken, and then nothing listens.
 */
export async function startSandbox({ ports = {}, ...options }: StartOptions = {}): Promise<Sandbox> {
  const { basePaths, receive, ...core } = await createCore(options);
  const started = await Promise.allSettled(
    providerNames.map((name) => listen(ports[name] ?? 0, (request) => receive(name, request))),
  );
  const listeners = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failure = started.find((result) => result.status === "rejected");
  if (failure) {
    await closeAll(listeners);
    throw failure.reason;
  }
  const urls = forEachProvider((name) => `${listeners[providerNames.indexOf(name)]?.origin}${basePaths[name]}`);
  return {
    ...core,
    urls,
    async fetch(input, init) {
      providerAt(urls, new URL(input instanceof Request ? input.url : input));
      return fetch(input, init);
    },
    async close() {
      await closeAll(listeners);
      await core.close();
    },
  };
}

async function closeAll(listeners: readonly Listener[]): Promise<void> {
  await Promise.all(listeners.map((listener) => listener.close()));
}

export type { Clock } from "./clock.ts";
export { type Credentials, defaultCredentials, type ProviderName, type SandboxOptions } from "./options.ts";
export type { ClientCredentials, ReceivedRequest, Sandbox } from "./sandbox.ts";
