// What is sent again, how often and when; and what never is. No test waits: the provider asks for no pause, or the jitter is 0.
import { type ApiError, NotFoundError, RateLimitError, ServerError } from "@customer-clients/core";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { cut, html, json, nothing, type Reply, serve } from "../support/server.ts";

const noPause = { "retry-after": "0" };
const date = (time: number) => new Date(time).toUTCString();
const noon = Date.UTC(2026, 0, 1, 12);

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

describe.each(ways)("$way", ({ name, connect, answers, refusal, signatureHeader }) => {
  const busy = json(refusal("slow down", 429).body, 429, noPause);
  // AsiaBill's code in the refusal would say that the parameters are wrong.
  const limited = name === "AsiaBill" ? nothing(429, noPause) : busy;

  const operations = Object.keys(connect({ baseUrl: "http://127.0.0.1:1" }).byId);

  /** A clock that moves on with each attempt: signatures of the same second are the same where only the time is signed. */
  function ticking(): () => number {
    let time = noon;
    return () => (time += 1_000);
  }

  test("429 twice, then 200: a get is sent three times, each time with its own signature", async () => {
    const server = await serve(limited, limited, json(answers.get));
    await expect(connect({ baseUrl: server.url, now: ticking() }).byId.get("cus_1")).resolves.toBeDefined();
    expect(server.requests).toHaveLength(3);
    const signatures = server.requests.map(({ headers }) => headers[signatureHeader]);
    expect(signatures).not.toContain(undefined);
    expect(new Set(signatures).size).toBe(3);
    expect(new Set(server.requests.map(({ method, target, body }) => method + target + body)).size).toBe(1);
  });

  test.each<[string, Reply]>([
    ["429", nothing(429, noPause)],
    ["503", nothing(503, noPause)],
    ["502 with HTML", html(502)],
    ["a lost connection", cut],
  ])("a create is never sent again: %s", async (_, reply) => {
    const server = await serve(reply, json(answers.create));
    const error = await failure<ApiError>(connect({ baseUrl: server.url, maxRetries: 5 }).create());
    expect(error).toMatchObject({ operation: expect.stringContaining("create"), attempts: 1 });
    expect(server.requests).toHaveLength(1);
  });

  test("a create is never sent again: 429 in the provider's own words", async () => {
    const server = await serve(limited, json(answers.create));
    await Promise.resolve(connect({ baseUrl: server.url }).create()).catch(() => {});
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, Reply]>([
    ["503", nothing(503, noPause)],
    ["502 with HTML", html(502)],
    ["a lost connection", cut],
  ])("get, update and delete are sent again after %s, creating a card is not", async (_, reply) => {
    for (const operation of operations) {
      const server = await serve(reply, json(refusal("over", 400).body, 400));
      const { [operation]: call } = connect({ baseUrl: server.url }).byId;
      await Promise.resolve(call?.("cus_1")).catch(() => {});
      expect(server.requests.length, operation).toBe(operation === "sources.create" ? 1 : 2);
    }
  });

  test("what the request itself is refused for is not sent again", async () => {
    for (const status of [400, 401, 404, 409, 422]) {
      const server = await serve(nothing(status, noPause));
      const error = await failure<ApiError>(connect({ baseUrl: server.url }).byId.get("cus_1"));
      expect(error).toMatchObject({ status, attempts: 1 });
      expect(server.requests).toHaveLength(1);
    }
  });

  test("it gives up after maxRetries, and says how often it tried", async () => {
    const server = await serve(nothing(503, noPause));
    const error = await failure<ApiError>(connect({ baseUrl: server.url, maxRetries: 3 }).byId.get("cus_1"));
    expect(error).toBeInstanceOf(ServerError);
    expect(error.attempts).toBe(4);
    expect(server.requests).toHaveLength(4);
  });

  test("a call's own maxRetries goes before the client's", async () => {
    const server = await serve(nothing(503, noPause));
    const { byId } = connect({ baseUrl: server.url, maxRetries: 3 });
    expect(await failure(byId.get("cus_1", { maxRetries: 0 }))).toMatchObject({ attempts: 1 });
    expect(await failure(byId.get("cus_1", { maxRetries: 1 }))).toMatchObject({ attempts: 2 });
    expect(server.requests).toHaveLength(3);
  });

  test("a date in Retry-After is read by the provider's clock", async () => {
    const server = await serve(nothing(503, { date: date(noon), "retry-after": date(noon) }), json(answers.get));
    // By its own clock, which is an hour slow, the client would wait for an hour.
    const { byId } = connect({ baseUrl: server.url, now: () => noon - 3_600_000 });
    await expect(byId.get("cus_1")).resolves.toBeDefined();
    expect(server.requests).toHaveLength(2);
  });

  test("a date in the past means now", async () => {
    const server = await serve(
      nothing(503, { date: date(noon), "retry-after": date(noon - 60_000) }),
      json(answers.get),
    );
    await expect(connect({ baseUrl: server.url }).byId.get("cus_1")).resolves.toBeDefined();
  });

  test.each([
    ["seconds", "61", 61_000],
    ["a date", date(noon + 61_000), 61_000],
    ["more seconds than a timer has", "99999999999", 99_999_999_999_000],
  ])("a pause of more than a minute is the caller's to make: %s", async (_, retryAfter, retryAfterMs) => {
    const server = await serve(nothing(429, { date: date(noon), "retry-after": retryAfter }), json(answers.get));
    const error = await failure<RateLimitError>(connect({ baseUrl: server.url }).byId.get("cus_1"));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ attempts: 1, retryAfterMs });
    expect(server.requests).toHaveLength(1);
  });

  test("a Retry-After that is neither seconds nor a date is passed over", async () => {
    const server = await serve(nothing(503, { "retry-after": "soon" }), json(answers.get));
    await expect(connect({ baseUrl: server.url }).byId.get("cus_1")).resolves.toBeDefined();
  });
});

describe.each(ways.filter(({ name }) => name !== "Lumyri"))("$way", ({ way, connect }) => {
  test("an unknown id on a later attempt of a delete says that an earlier one may have done it", async () => {
    const server = await serve(nothing(503, noPause), nothing(404));
    const error = await failure<NotFoundError>(
      connect({ baseUrl: server.url }).byId.delete?.("cus_1") ?? Promise.resolve(way),
    );
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error.attempts).toBe(2);
    expect(error.message).toMatch(/an earlier attempt may have deleted it/);
  });

  test("an unknown id on the first attempt, or of a get, does not", async () => {
    const gone = await serve(nothing(404));
    const first = await failure<Error>(connect({ baseUrl: gone.url }).byId.delete?.("cus_1") ?? Promise.resolve(way));
    const server = await serve(nothing(503, noPause), nothing(404));
    const get = await failure<Error>(connect({ baseUrl: server.url }).byId.get("cus_1"));
    for (const error of [first, get]) {
      expect(error).toBeInstanceOf(NotFoundError);
      expect(error.message).not.toMatch(/earlier/);
    }
  });
});
