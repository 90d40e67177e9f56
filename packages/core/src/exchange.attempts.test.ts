import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { call } from "./call.ts";
import type { OperationDescriptor } from "./operation.ts";
import { createCustomer, exchangeOver, getCustomer, success } from "./provider.fixture.ts";

const input = { path: { id: "1" } };
const again = () => new Response("", { status: 429, headers: { "retry-after": "0" } });
const reset = () => Object.assign(new TypeError("fetch failed"), { code: "ECONNRESET" });

/** An answer that never comes. */
const stalled = () => new Promise<Response>(() => {});

beforeEach(() => {
  // Full jitter at its shortest: no wait.
  vi.spyOn(Math, "random").mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("a call that failed for now", () => {
  test("is repeated, each attempt signed afresh", async () => {
    const { exchange, sent } = exchangeOver([again(), reset(), success("found")]);
    expect(await call(exchange, getCustomer, input)).toBe("found");
    const signatures = sent.map(({ init }) => init.headers["x-signature"]);
    expect(signatures).toEqual(["signature-1", "signature-2", "signature-3"]);
  });

  test("has its own time for each attempt", async () => {
    let time = 0;
    const { exchange } = exchangeOver([again(), again(), again()], { now: () => ++time });
    await call(exchange, getCustomer, input).catch(() => {});
    expect(time).toBe(3);
  });

  test("fails at last with the last error and the number of attempts", async () => {
    const { exchange, sent } = exchangeOver([again(), again(), new Response("", { status: 503 }), success("late")]);
    await expect(call(exchange, getCustomer, input)).rejects.toMatchObject({ name: "ServerError", attempts: 3 });
    expect(sent).toHaveLength(3);
  });

  test("is repeated as often as the client or the call says", async () => {
    const answers = [again(), again(), again(), again()];
    const one = exchangeOver(answers.slice(), { maxRetries: 1 });
    await expect(call(one.exchange, getCustomer, input)).rejects.toMatchObject({ attempts: 2 });
    const none = exchangeOver(answers.slice(), { maxRetries: 1 });
    await expect(call(none.exchange, getCustomer, input, { maxRetries: 0 })).rejects.toMatchObject({ attempts: 1 });
  });

  test.each<[OperationDescriptor["method"], number]>([
    ["GET", 3],
    ["PUT", 3],
    ["DELETE", 3],
    ["POST", 1],
    ["PATCH", 1],
  ])("is sent, as a %s, %i times at most", async (method, attempts) => {
    for (const failure of [again, reset]) {
      const { exchange, sent } = exchangeOver([failure(), failure(), failure(), failure()]);
      await expect(call(exchange, { ...getCustomer, method }, input)).rejects.toMatchObject({ attempts });
      expect(sent).toHaveLength(attempts);
    }
  });

  test("isn't repeated when the provider asks for more than a minute", async () => {
    const { exchange, sent } = exchangeOver([new Response("", { status: 429, headers: { "retry-after": "61" } })]);
    await expect(call(exchange, getCustomer, input)).rejects.toMatchObject({
      name: "RateLimitError",
      retryAfterMs: 61_000,
    });
    expect(sent).toHaveLength(1);
  });

  test("isn't repeated when the error won't pass", async () => {
    for (const status of [400, 401, 404, 409]) {
      const { exchange, sent } = exchangeOver([new Response("", { status }), success("late")]);
      await expect(call(exchange, getCustomer, input)).rejects.toMatchObject({ status, attempts: 1 });
      expect(sent).toHaveLength(1);
    }
  });
});

describe("a time limit", () => {
  test("ends an attempt that gets no answer, and isn't tried again", async () => {
    const fetch = vi.fn(stalled);
    const { exchange } = exchangeOver([], { fetch, timeoutMs: 1 });
    const error = await call(exchange, getCustomer, input).catch((error: Error) => error);
    expect(error).toMatchObject({ name: "TimeoutError", message: "no answer within 1 ms", attempts: 1 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  test("covers the answer's body", async () => {
    const { exchange } = exchangeOver([new Response(new ReadableStream())], { timeoutMs: 1 });
    await expect(call(exchange, getCustomer, input)).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("aborts what fetch does", async () => {
    const { exchange, sent } = exchangeOver([new Response(new ReadableStream())], { timeoutMs: 60_000 });
    await call(exchange, getCustomer, input, { timeoutMs: 1 }).catch(() => {});
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });
});

describe("the caller's signal", () => {
  const reason = { said: "enough" };

  test("ends a call before it begins: nothing is signed or sent", async () => {
    const { exchange, sent } = exchangeOver([success("found")]);
    const options = { signal: AbortSignal.abort(reason) };
    await expect(call(exchange, getCustomer, input, options)).rejects.toBe(reason);
    expect(sent).toEqual([]);
  });

  test("ends a call that is under way, with its reason and no ConnectionError", async () => {
    const controller = new AbortController();
    const fetch = async (_url: string, { signal }: RequestInit) => {
      controller.abort(reason);
      signal?.throwIfAborted();
      return stalled();
    };
    const { exchange } = exchangeOver([], { fetch });
    await expect(call(exchange, createCustomer, { body: {} }, { signal: controller.signal })).rejects.toBe(reason);
  });

  test("keeps a request from being sent when a hook or the signer takes its time", async () => {
    const controller = new AbortController();
    const { exchange, sent } = exchangeOver([success("found")], {
      hooks: { onRequest: () => controller.abort(reason) },
    });
    await expect(call(exchange, getCustomer, input, { signal: controller.signal })).rejects.toBe(reason);
    expect(sent).toEqual([]);
  });

  test.each<[string, (abort: () => void) => void]>([
    ["before", (abort) => abort()],
    ["during", (abort) => setImmediate(abort)],
  ])("ends the wait for the next attempt, aborted %s it", async (_, when) => {
    const controller = new AbortController();
    const hooks = { onError: () => when(() => controller.abort(reason)) };
    const busy = new Response("", { status: 503, headers: { "retry-after": "60" } });
    const { exchange, sent } = exchangeOver([busy, success("late")], { hooks });
    await expect(call(exchange, getCustomer, input, { signal: controller.signal })).rejects.toBe(reason);
    expect(sent).toHaveLength(1);
  });
});
