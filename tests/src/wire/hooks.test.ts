// Hooks watch each attempt: in which order, with what, and what becomes of one that throws.
import type { AttemptDescription, Hooks } from "@customer-clients/core";
import { ServerError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { json, nothing, serve } from "../support/server.ts";

const fail = nothing(503, { "retry-after": "0" });

describe.each(ways)("$way", ({ connect, answers, collection }) => {
  const success = json(answers.get, 200, { "response-id": "58675" });

  test("onRequest, then exactly one of onError and onResponse, for each attempt", async () => {
    const server = await serve(fail, success);
    const seen: [string, AttemptDescription][] = [];
    const note = (name: string) => (description: AttemptDescription) => void seen.push([name, description]);
    const hooks: Hooks = { onRequest: note("onRequest"), onResponse: note("onResponse"), onError: note("onError") };
    await connect({ baseUrl: server.url, hooks }).byId.get("cus_1");
    const path = expect.stringMatching(new RegExp(`^${collection}/\\{customer_?id\\}$`, "i"));
    const attempt = { operation: "customers.get", method: "GET", path };
    expect(seen).toEqual([
      ["onRequest", { ...attempt, attempt: 1 }],
      ["onError", { ...attempt, attempt: 1, error: expect.any(ServerError), retryInMs: 0 }],
      ["onRequest", { ...attempt, attempt: 2 }],
      ["onResponse", expect.objectContaining({ ...attempt, attempt: 2, status: 200 })],
    ]);
  });

  test("the last onError has no pause, and the error that the call throws", async () => {
    const server = await serve(fail);
    const failures: unknown[] = [];
    const hooks: Hooks = { onError: ({ error, retryInMs }) => void failures.push([error, retryInMs]) };
    const error = await failure(connect({ baseUrl: server.url, maxRetries: 1, hooks }).byId.get("cus_1"));
    expect(failures).toEqual([
      [expect.any(ServerError), 0],
      [error, undefined],
    ]);
  });

  test("a hook is waited for", async () => {
    const order: string[] = [];
    const server = await serve((response, request) => {
      order.push("received");
      success(response, request);
    });
    const note = (name: string) => async () => {
      await new Promise(setImmediate);
      order.push(name);
    };
    await connect({
      baseUrl: server.url,
      hooks: { onRequest: note("onRequest"), onResponse: note("onResponse") },
    }).byId.get("cus_1");
    expect([...order, "returned"]).toEqual(["onRequest", "received", "onResponse", "returned"]);
  });

  const thrown = [
    ["an error", new Error("the hook's own")],
    ["a text", "the hook's own"],
    ["nothing", undefined],
  ] as const;

  describe.each(thrown)("a hook that throws %s ends the call with it", (_, value) => {
    const bad = () => {
      throw value;
    };
    const rejecting = async () => bad();

    test.each([bad, rejecting])("onRequest: nothing was sent", async (onRequest) => {
      const server = await serve(success);
      const failures: unknown[] = [];
      const hooks: Hooks = { onRequest, onError: (failure) => void failures.push(failure) };
      expect(await failure(connect({ baseUrl: server.url, hooks }).byId.get("cus_1"))).toBe(value);
      expect(server.requests).toEqual([]);
      expect(failures).toEqual([]);
    });

    test.each([bad, rejecting])("onResponse: the provider has acted", async (onResponse) => {
      const server = await serve(success);
      expect(await failure(connect({ baseUrl: server.url, hooks: { onResponse } }).byId.get("cus_1"))).toBe(value);
      expect(server.requests).toHaveLength(1);
    });

    test.each([bad, rejecting])("onError: nothing is repeated", async (onError) => {
      const server = await serve(fail, success);
      expect(await failure(connect({ baseUrl: server.url, hooks: { onError } }).byId.get("cus_1"))).toBe(value);
      expect(server.requests).toHaveLength(1);
    });
  });

  test("the caller's own abort is no failure to report", async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort());
    const failures: unknown[] = [];
    const { byId } = connect({ baseUrl: server.url, hooks: { onError: (failure) => void failures.push(failure) } });
    await failure(byId.get("cus_1", { signal: controller.signal }));
    expect(failures).toEqual([]);
  });

  test("an argument that is refused is no attempt to report", async () => {
    const seen: unknown[] = [];
    const note = (description: unknown) => void seen.push(description);
    const { byId } = connect({ baseUrl: "http://127.0.0.1:1", hooks: { onRequest: note, onError: note } });
    await failure(byId.get(".."));
    expect(seen).toEqual([]);
  });
});
