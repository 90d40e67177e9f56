// The sandbox in process: Web APIs and memory only.
import { type Answer, maxBodyBytes } from "./answer.ts";
import type { SandboxOptions } from "./options.ts";
import { forEachProvider, inProcessOrigin, providerAt } from "./origins.ts";
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
  const urls = forEachProvider((name) => inProcessOrigin(name) + basePaths[name]);
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
      const answer = await receive(provider, {
        method: request.method,
        target: targetOf(url),
        headers: request.headers,
        body: bytes.length > maxBodyBytes ? undefined : bytes,
        signal: request.signal,
      });
      request.signal.throwIfAborted();
      return responseOf(answer);
    },
    async close() {
      isClosed = true;
      await core.close();
    },
  };
}

/** @throws TypeError, as fetch does for a connection that is reset. */
function responseOf({ status, headers, text, broken }: Answer): Response {
  if (broken?.kind === "reset") {
    throw new TypeError("sandbox.fetch: the connection was reset", { cause: { code: "ECONNRESET" } });
  }
  return new Response(broken ? cutOff(text, broken.bytes) : text, { status, headers });
}

/** A body that fails after so many bytes, as one does whose connection ends. */
function cutOff(text: string, bytes: number): ReadableStream<Uint8Array> {
  const parts = bytes > 0 ? [new TextEncoder().encode(text).subarray(0, bytes)] : [];
  return new ReadableStream<Uint8Array>({
    // One step at a time: an error would take away what nobody has read yet.
    pull(controller) {
      const part = parts.pop();
      if (part) controller.enqueue(part);
      else controller.error(new TypeError("sandbox.fetch: the connection ended in the middle of the body"));
    },
  });
}

/** What would stand on the request line. A `?` with nothing behind it stays: signatures tell the difference. */
function targetOf(url: URL): string {
  return url.href.slice(url.origin.length).split("#")[0] ?? "";
}

export * from "./exports.ts";
