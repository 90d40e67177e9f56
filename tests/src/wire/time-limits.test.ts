// The time limit of an attempt covers its answer's body; the caller's own abort ends a call wherever it stands.
import { getEventListeners } from "node:events";
import { TimeoutError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { json, nothing, type Reply, serve, stall } from "../support/server.ts";

const silence: Reply = () => {};

describe.each(ways)("$way", ({ connect, answers }) => {
  test.each<[string, Reply]>([
    ["a body that stalls", stall],
    ["a server that doesn't answer", silence],
  ])("%s is a TimeoutError at the limit", async (_, reply) => {
    const server = await serve(reply);
    const { byId } = connect({ baseUrl: server.url });
    let error: unknown;
    let calls = 0;
    // A slow machine may need longer to get the request out at all.
    for (let timeoutMs = 20; server.requests.length === 0; timeoutMs *= 2) {
      calls++;
      error = await failure(byId.get("cus_1", { timeoutMs }));
      expect(error).toMatchObject({ message: `no answer within ${timeoutMs} ms` });
    }
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ name: "TimeoutError", operation: "customers.get", attempts: 1 });
    // It may have reached the provider: nobody waits twice as long without asking to.
    expect(server.requests.length).toBeLessThanOrEqual(calls);
  });

  test("a call's own limit goes before the client's", async () => {
    const server = await serve(stall);
    const { byId } = connect({ baseUrl: server.url, timeoutMs: 2 ** 31 - 1 });
    expect(await failure(byId.get("cus_1", { timeoutMs: 1 }))).toBeInstanceOf(TimeoutError);
  });

  test("a connection whose time is up is cut", async () => {
    let cut = () => {};
    const closed = new Promise<void>((resolve) => {
      cut = resolve;
    });
    const server = await serve((response, request) => stall(response.on("close", cut), request));
    const { byId } = connect({ baseUrl: server.url });
    for (let timeoutMs = 20; server.requests.length === 0; timeoutMs *= 2)
      await failure(byId.get("cus_1", { timeoutMs }));
    await closed;
  });

  test.each([
    ["an error", new Error("the caller's own")],
    ["a text", "enough"],
    ["nothing at all", null],
  ])("a signal that is aborted already sends nothing: %s", async (_, reason) => {
    const server = await serve(json(answers.get));
    const signal = AbortSignal.abort(reason);
    expect(await failure(connect({ baseUrl: server.url }).byId.get("cus_1", { signal }))).toBe(reason);
    expect(server.requests).toEqual([]);
  });

  test("a signal that is aborted without a reason gives the platform's", async () => {
    const error = await failure(
      connect({ baseUrl: "http://127.0.0.1:1" }).byId.get("cus_1", { signal: AbortSignal.abort() }),
    );
    expect(error).toMatchObject({ name: "AbortError" });
  });

  test.each<[string, Reply]>([
    ["before the answer", silence],
    ["within its body", stall],
  ])("an abort %s rejects with the caller's reason", async (_, reply) => {
    const controller = new AbortController();
    const reason = new Error("the caller's own");
    const server = await serve((response, request) => {
      reply(response, request);
      setImmediate(() => controller.abort(reason));
    });
    const { byId } = connect({ baseUrl: server.url, maxRetries: 0 });
    expect(await failure(byId.get("cus_1", { signal: controller.signal }))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("an abort while the next attempt is waited for rejects at once", async () => {
    const controller = new AbortController();
    const reason = new Error("the caller's own");
    const server = await serve(nothing(503, { "retry-after": "60" }));
    const onError = () => void setImmediate(() => controller.abort(reason));
    const { byId } = connect({ baseUrl: server.url, hooks: { onError } });
    expect(await failure(byId.get("cus_1", { signal: controller.signal }))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("an abort from within a hook is noticed: nothing is sent, and no pause is waited for", async () => {
    const reason = new Error("the caller's own");
    const before = new AbortController();
    const between = new AbortController();
    const server = await serve(nothing(503, { "retry-after": "60" }));
    const start = connect({ baseUrl: server.url, hooks: { onRequest: async () => before.abort(reason) } });
    expect(await failure(start.byId.get("cus_1", { signal: before.signal }))).toBe(reason);
    expect(server.requests).toEqual([]);
    const repeat = connect({ baseUrl: server.url, hooks: { onError: async () => between.abort(reason) } });
    expect(await failure(repeat.byId.get("cus_1", { signal: between.signal }))).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  test("a call leaves no listener behind on the caller's signal", async () => {
    const server = await serve(nothing(503, { "retry-after": "0" }), json(answers.get));
    const { signal } = new AbortController();
    await connect({ baseUrl: server.url }).byId.get("cus_1", { signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });
});
