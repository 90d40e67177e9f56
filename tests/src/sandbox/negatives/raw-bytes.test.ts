// Bytes in a query that have no place on a request line. `fetch` would encode them, so they go over a socket.
import { connect } from "node:net";
import { defaultCredentials, type Sandbox } from "@customer-clients/sandbox";
import { startSandbox } from "@customer-clients/sandbox/node";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** @returns The status of the answer. */
async function ask(query: Uint8Array): Promise<number> {
  const { hostname, port, host } = new URL(sandbox.urls.pingxx);
  const authorization = `authorization: Bearer ${defaultCredentials.pingxx.apiKey}`;
  const head = [" HTTP/1.1", `host: ${host}`, "connection: close", authorization, "", ""].join("\r\n");
  const socket = connect(Number(port), hostname);
  socket.end(Buffer.concat([Buffer.from("GET /v1/customers?"), query, Buffer.from(head)]));
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Number(/^HTTP\/1\.1 (\d+) /.exec(Buffer.concat(chunks).toString())?.[1]);
}

describe("a query on the wire", () => {
  test("may have any name", async () => {
    expect(await ask(Buffer.from("unknown=%C3%A9&?=/&;"))).toBe(200);
  });

  // No sandbox comes to see them: Node's HTTP parser refuses them, as whatever stands before a provider does.
  test("is refused with bytes that aren't ASCII, and with control characters", async () => {
    const ascii = fc.array(fc.integer({ min: 0x61, max: 0x7a }), { maxLength: 4 });
    const bad = fc
      .oneof(fc.integer({ min: 0x7f, max: 0xff }), fc.integer({ min: 0, max: 0x1f }))
      .filter((byte) => byte !== 0x0a && byte !== 0x0d);
    const refused = fc.asyncProperty(ascii, bad, ascii, async (before, byte, after) => {
      expect(await ask(Uint8Array.from([...before, byte, ...after]))).toBe(400);
    });
    await fc.assert(refused, { numRuns: 500, seed: 20_261_119, timeout: 5_000 });
    expect(sandbox.requests.every(({ status }) => status === 200)).toBe(true);
  });
});
