// What the network does to a call.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ConnectionError } from "@customer-clients/core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { cut, json, type Reply, serve } from "../support/server.ts";

const reset: Reply = (response) => response.socket?.resetAndDestroy();
const hangUp: Reply = (response) => response.socket?.end();
const short: Reply = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"code":', () => {
    response.socket?.end();
  });
};

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

/** An address where nobody listens. */
async function deserted(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

describe.each(ways)("$way", ({ connect, answers }) => {
  test("a connection that is refused is a ConnectionError with the runtime's code", async () => {
    const baseUrl = await deserted();
    const error = await failure<ConnectionError>(connect({ baseUrl }).byId.get("cus_1"));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({
      name: "ConnectionError",
      code: "ECONNREFUSED",
      operation: "customers.get",
      attempts: 3,
    });
    expect(error.origin).toBeInstanceOf(TypeError);
    expect(error.message).not.toContain(baseUrl.slice("http://".length));
  });

  test.each<[string, Reply]>([
    ["reset before the answer", reset],
    ["closed before the answer", hangUp],
    ["cut within the body", cut],
    ["closed before the promised end of the body", short],
  ])("a connection that is %s is a ConnectionError, and a get is sent again", async (_, reply) => {
    const server = await serve(reply, json(answers.get));
    const { byId } = connect({ baseUrl: server.url });
    expect(await failure(byId.get("cus_1", { maxRetries: 0 }))).toBeInstanceOf(ConnectionError);
    const again = await serve(reply, json(answers.get));
    await expect(connect({ baseUrl: again.url }).byId.get("cus_1")).resolves.toBeDefined();
    expect(again.requests).toHaveLength(2);
  });

  test("whatever a fetch of the caller's own throws is a ConnectionError, its text kept out of the message", async () => {
    for (const origin of [new Error("GET /v1?email=ann@example.com failed"), "sk_live_secret", undefined]) {
      const fetch = () => Promise.reject(origin);
      const error = await failure<ConnectionError>(connect({ baseUrl: "http://127.0.0.1:1", fetch }).byId.get("cus_1"));
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error.origin).toBe(origin);
      expect(error.message).not.toMatch(/ann|sk_live/);
    }
  });
});
