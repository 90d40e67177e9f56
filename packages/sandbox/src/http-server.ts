// HTTP on loopback, as close to the wire as Node gives it: a router or a Web Request would decode and tidy the request
// target that signatures are made of.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, maxBodyBytes } from "./answer.ts";
import type { RawRequest } from "./provider.ts";

/** How long requests that have begun are waited for when the server closes, in milliseconds. */
const graceMs = 500;

/** A server that listens. */
export interface Listener {
  readonly origin: string;
  /** Takes no more connections, lets requests that have begun finish, and drops them after half a second. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1.
 *
 * @param port 0 for a free one.
 * @throws Error when the port is taken.
 */
export async function listen(port: number, receive: (request: RawRequest) => Promise<Answer>): Promise<Listener> {
  const underway = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    // A caller that went away can't be told; after any other failure nobody is left waiting.
    const done = respond(request, response, receive).catch(() => void response.destroy());
    underway.add(done);
    done.finally(() => underway.delete(done));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve());
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  receive: (request: RawRequest) => Promise<Answer>,
): Promise<void> {
  const headers = new Headers();
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    headers.append(request.rawHeaders[index] ?? "", request.rawHeaders[index + 1] ?? "");
  }
  const body = await readBody(request);
  const answer = await receive({ method: request.method ?? "", target: request.url ?? "", headers, body });
  const bytes = Buffer.from(answer.text);
  response.writeHead(answer.status, { ...answer.headers, "content-length": bytes.length });
  await new Promise<void>((resolve) => {
    response.once("close", resolve).end(bytes);
  });
}

/** Reads a body to its end, since callers read no answer before, and keeps it unless it has too many bytes. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > maxBodyBytes ? undefined : Buffer.concat(chunks);
}
