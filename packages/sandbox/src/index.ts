// The sandbox in process: Web APIs and memory only.
import { maxBodyBytes } from "./answer.ts";
import type { SandboxOptions } from "./options.ts";
import { forEachProvider, providerAt } from "./origins.ts";
import { createCore, type Sandbox } from "./sandbox.ts";

/**
 * Makes a sandbox in this process: nothing listens, and nothing reaches the network.
 *
 * @throws TypeError for an empty credential; InvalidArgumentError for a public key that isn't RSA in PEM.
 * @example
 * const sandbox = await createSandbox();
 * const asiabill = createAsiaBillClient({
 *   ...sandbox.credentials.asiabill,
 *   baseUrl: sandbox.urls.asiabill,
 *   fetch: sandbox.fetch,
 * });
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { basePaths, receive, ...core } = await createCore(options);
  // No host has a name in .invalid (RFC 2606): a fetch that isn't the sandbox's gets nowhere.
  const urls = forEachProvider((name) => `https://${name}.sandbox.invalid${basePaths[name]}`);
  let isClosed = false;
  return {
    ...core,
    urls,
    async fetch(input, init) {
      if (isClosed) throw new TypeError("sandbox.fetch: the sandbox is closed");
      const url = new URL(input instanceof Request ? input.url : input);
      const provider = providerAt(urls, url);
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      const bytes = new Uint8Array(await request.arrayBuffer());
      const { status, headers, text } = await receive(provider, {
        method: request.method,
        target: targetOf(url),
        headers: request.headers,
        body: bytes.length > maxBodyBytes ? undefined : bytes,
      });
      request.signal.throwIfAborted();
      return new Response(text, { status, headers });
    },
    async close() {
      isClosed = true;
      await core.close();
    },
  };
}

/** What would stand on the request line. A `?` with nothing behind it stays: signatures tell the difference. */
function targetOf(url: URL): string {
  return url.href.slice(url.origin.length).split("#")[0] ?? "";
}

export type { Clock } from "./clock.ts";
export { type Credentials, defaultCredentials, type ProviderName, type SandboxOptions } from "./options.ts";
export type { ClientCredentials, ReceivedRequest, Sandbox } from "./sandbox.ts";
