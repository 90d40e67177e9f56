// A scripted HTTP server on 127.0.0.1: it says what it is told to, request by request, and remembers what it was asked.
import { createServer, type ServerResponse } from "node:http";
import { bodyOf, listening } from "./listening.ts";

/** A request as it came in. */
export interface Received {
  readonly method: string;
  /** The request target, exactly as on the request line. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How one request is answered. */
export type Reply = (response: ServerResponse, request: Received) => void;

/** A server of one test. */
export interface ScriptedServer {
  readonly url: string;
  /** What came in, in order. */
  readonly requests: readonly Received[];
}

/**
 * Starts a server for the running test; it is closed when the test is over.
 *
 * @param script - A reply for each request; the last one answers all that follow.
 */
export async function serve(...script: readonly [Reply, ...Reply[]]): Promise<ScriptedServer> {
  const requests: Received[] = [];
  const server = createServer(async (message, response) => {
    const body = (await bodyOf(message)).toString();
    const { method = "", url: target = "" } = message;
    const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
    const request = { method, target, headers, body };
    requests.push(request);
    const reply = script[Math.min(requests.length, script.length) - 1] as Reply;
    reply(response, request);
  });
  return { url: await listening(server), requests };
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return text(JSON.stringify(value), "application/json", status, headers);
}

/** Answers with a text of any media type. */
export function text(
  body: string | Uint8Array,
  mediaType: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return (response) => response.writeHead(status, { "content-type": mediaType, ...headers }).end(body);
}

/** Answers as a proxy in front of the provider does. */
export function html(status = 200): Reply {
  return text("<!doctype html><title>Just a moment…</title>", "text/html", status);
}

/** Answers with a status and no body. */
export function nothing(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return (response) => response.writeHead(status, headers).end();
}

/** Sends the beginning of an answer, then nothing any more. */
export const stall: Reply = (response) => {
  response.writeHead(200, { "content-type": "application/json" }).write('{"code":');
};

/** Sends the beginning of an answer, then cuts the connection. */
export const cut: Reply = (response) => {
  response
    .writeHead(200, { "content-type": "application/json" })
    .write('{"code":', () => response.socket?.resetAndDestroy());
};
