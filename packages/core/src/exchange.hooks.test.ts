import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { call } from "./call.ts";
import type { Hooks } from "./hooks.ts";
import { createCustomer, exchangeOver, getCustomer, success } from "./provider.fixture.ts";

const input = { path: { id: "1" }, query: { email: "ada@example.com" } };
const again = () => new Response("", { status: 429, headers: { "retry-after": "0" } });

/** Hooks that keep what they are told, in order. */
function watching(): { hooks: Hooks; told: [string, object][] } {
  const told: [string, object][] = [];
  const hooks = {
    onRequest: async (attempt: object) => void told.push(["onRequest", attempt]),
    onResponse: async (response: object) => void told.push(["onResponse", response]),
    onError: async (failure: object) => void told.push(["onError", failure]),
  };
  return { hooks, told };
}

describe("hooks", () => {
  test("are told of each attempt before it is sent, then how it ended", async () => {
    const { hooks, told } = watching();
    const { exchange } = exchangeOver([again(), Response.json({ code: "00", data: {}, request_id: "r1" })], { hooks });
    await call(exchange, getCustomer, input);
    const attempt = { operation: "customers.get", method: "GET", path: "/customers/{id}" };
    expect(told).toEqual([
      ["onRequest", { ...attempt, attempt: 1 }],
      ["onError", { ...attempt, attempt: 1, error: expect.objectContaining({ name: "RateLimitError" }), retryInMs: 0 }],
      ["onRequest", { ...attempt, attempt: 2 }],
      ["onResponse", { ...attempt, attempt: 2, status: 200, requestId: "r1" }],
    ]);
  });

  test("are told when nothing is repeated", async () => {
    const { hooks, told } = watching();
    const { exchange } = exchangeOver([again()], { hooks });
    await call(exchange, createCustomer, { body: {} }).catch(() => {});
    expect(told.at(-1)).toMatchObject(["onError", { operation: "customers.create", attempt: 1, retryInMs: undefined }]);
  });

  test("see no argument, credential, header or body", async () => {
    const { hooks, told } = watching();
    const message = "ada@example.com Lovelace 12345 the-secret";
    const { exchange } = exchangeOver([Response.json({ code: "E9", message, data: "private" }), success("private")], {
      hooks,
    });
    const body = { phone: 12345, address: { line: "Lovelace" } };
    for (let index = 0; index < 2; index++) await call(exchange, createCustomer, { ...input, body }).catch(() => {});
    expect(told).toHaveLength(4);
    const shown = inspect(told, { depth: null, showHidden: true }) + JSON.stringify(told);
    for (const hidden of ["ada@", "Lovelace", "12345", "the-secret", "the-key", "signature-1", "private"]) {
      expect(shown).not.toContain(hidden);
    }
  });

  test("aren't told of a failure when the caller's own signal ends the call", async () => {
    const { hooks, told } = watching();
    const controller = new AbortController();
    const fetch = () => {
      controller.abort();
      return new Promise<Response>(() => {});
    };
    const { exchange } = exchangeOver([], { hooks, fetch });
    await expect(call(exchange, getCustomer, input, { signal: controller.signal })).rejects.toThrow(/aborted/);
    expect(told.map(([name]) => name)).toEqual(["onRequest"]);
  });

  test("may be the methods of an object", async () => {
    class Log {
      readonly lines: string[] = [];
      onRequest({ attempt }: { attempt: number }): void {
        this.lines.push(`request ${attempt}`);
      }
      onResponse({ attempt }: { attempt: number }): void {
        this.lines.push(`response ${attempt}`);
      }
      onError({ attempt }: { attempt: number }): void {
        this.lines.push(`error ${attempt}`);
      }
    }
    const hooks = new Log();
    await call(exchangeOver([again(), success({})], { hooks }).exchange, getCustomer, input);
    expect(hooks.lines).toEqual(["request 1", "error 1", "request 2", "response 2"]);
  });

  test.each([
    ["onRequest", success({}), 0],
    ["onResponse", success({}), 1],
    ["onError", again(), 1],
  ] as const)("end the call with what they throw: %s", async (name, answer, requests) => {
    const thrown = new Error("from a hook");
    const hook = vi.fn(() => {
      throw thrown;
    });
    const { exchange, sent } = exchangeOver([answer, success({})], { hooks: { [name]: hook } });
    await expect(call(exchange, getCustomer, input)).rejects.toBe(thrown);
    expect(sent).toHaveLength(requests);
    expect(hook).toHaveBeenCalledTimes(1);
  });

  test("are waited for: one that fails late keeps the request from being sent", async () => {
    const hooks = { onRequest: () => Promise.reject(new Error("late")) };
    const { exchange, sent } = exchangeOver([success({})], { hooks });
    await expect(call(exchange, getCustomer, input)).rejects.toThrow("late");
    expect(sent).toEqual([]);
  });
});
