// HTTP on loopback, as close to the wire as Node gives it: a router or a Web Request would decode and tidy the request
// target that signatures are made of.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer } from "./answer.ts";
import type { RawRequest } from "./provider.ts";

/** Where and how to listen. */
export interface ListenOptions {
  /** @default "127.0.0.1" */
  readonly host?: string | undefined;
  /** 0 for a free one. */
  readonly port: number;
  /** The largest request body that is read, in bytes. */
  readonly maxBodyBytes: number;
  /** How long requests that have begun are waited for when the server closes, in milliseconds. */
  readonly graceMs: number;
}

/** A server that listens. */
export interface Listener {
  readonly origin: string;
  /** Takes no more connections, lets requests that have begun finish, and drops them after a while. */
  close(): Promise<void>;
}

/**
 * Listens for HTTP.
 *
 * @throws Error when the port is taken.
 */
export async function listen(
  { host = "127.0.0.1", port, maxBodyBytes, graceMs }: ListenOptions,
  receive: (request: RawRequest) => Promise<Answer>,
): Promise<Listener> {
  const underway = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    // A caller that went away can't be told; after any other failure nobody is left waiting.
    const done = respond(request, response, maxBodyBytes, receive).catch(() => void response.destroy());
    underway.add(done);
    done.finally(() => underway.delete(done));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, () => resolve());
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${nameOf(host)}:${taken}`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await Promise.all(underway);
      clearTimeout(timer);
      server.closeAllConnections();
      await closed;
    },
  };
}

/** An address as a URL on this machine has it. */
function nameOf(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
  receive: (request: RawRequest) => Promise<Answer>,
): Promise<void> {
  const headers = new Headers();
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    headers.append(request.rawHeaders[index] ?? "", request.rawHeaders[index + 1] ?? "");
  }
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const body = await readBody(request, maxBodyBytes);
  const { method = "", url: target = "" } = request;
  const { status, text, broken, ...answer } = await receive({ method, target, headers, body, signal: gone.signal });
  if (broken?.kind === "reset") return void request.socket.resetAndDestroy();
  const bytes = Buffer.from(text);
  response.writeHead(status, { ...answer.headers, "content-length": bytes.length });
  if (broken) {
    response.flushHeaders();
    response.write(bytes.subarray(0, broken.bytes));
    return void request.socket.destroySoon();
  }
  await new Promise<void>((resolve) => {
    response.once("close", resolve).end(bytes);
  });
}

/** Reads a body to its end, since callers read no answer before, and keeps it unless it has too many bytes. */
async function readBody(request: IncomingMessage, maxBodyBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > maxBodyBytes ? undefined : Buffer.concat(chunks);
}
