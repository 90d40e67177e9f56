import { describe, expect, test } from "vitest";
import { InvalidResponseError } from "./errors/answer-error.ts";
import { ApiError, ConflictError, NotFoundError, RateLimitError, ServerError } from "./errors/api-errors.ts";
import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import { ConnectionError, TimeoutError } from "./errors/transport-errors.ts";
import { answerOf, getCustomer } from "./provider.fixture.ts";
import { parseRetryAfter, retryDelay } from "./retry.ts";

const answer = answerOf(500, "");
const attempt = { operation: getCustomer, attempts: 1, time: 0 };
const asked = (retryAfterMs?: number) => ({ code: undefined, requestId: undefined, retryAfterMs });
const serverError = (retryAfterMs?: number) => new ServerError("said", attempt, answer, asked(retryAfterMs));

describe("retryDelay", () => {
  test.each([
    new ConnectionError(attempt, new Error()),
    new RateLimitError("said", attempt, answer, asked()),
    serverError(),
  ])("is for what may pass: $name", (error) => {
    expect(retryDelay(error, 1, 1)).toBe(500);
  });

  test.each([
    new TimeoutError("said", attempt),
    new InvalidArgumentError("said"),
    new InvalidResponseError("said", attempt, answer),
    new ApiError("said", attempt, answer, asked(1_000)),
    new ConflictError("said", attempt, answer, asked(1_000)),
    new NotFoundError("said", attempt, answer, asked(1_000)),
  ])("is undefined for what won't: $name", (error) => {
    expect(retryDelay(error, 1, 1)).toBeUndefined();
  });

  test("is a random part of a limit that doubles from 0.5 s to 8 s", () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 2_000].map((attempt) => retryDelay(serverError(), attempt, 1));
    expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000, 8_000]);
    expect(retryDelay(serverError(), 4, 0)).toBe(0);
    expect(retryDelay(serverError(), 4, 0.25)).toBe(1_000);
  });

  test("is random by itself", () => {
    const delays = Array.from({ length: 100 }, () => retryDelay(serverError(), 5) as number);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...delays)).toBeLessThanOrEqual(8_000);
    expect(new Set(delays).size).toBeGreaterThan(1);
  });

  test("is what the provider asks for, up to a minute", () => {
    expect(retryDelay(serverError(0), 5, 1)).toBe(0);
    expect(retryDelay(serverError(60_000), 1, 0)).toBe(60_000);
    expect(retryDelay(serverError(60_001), 1, 0)).toBeUndefined();
    expect(retryDelay(serverError(Number.POSITIVE_INFINITY), 1, 0)).toBeUndefined();
  });
});

describe("parseRetryAfter", () => {
  const now = Date.parse("2026-01-02T03:04:05Z");

  test.each([
    ["0", 0],
    ["7", 7_000],
    ["120", 120_000],
    ["Fri, 02 Jan 2026 03:04:35 GMT", 30_000],
    ["Fri, 02 Jan 2026 03:04:05 GMT", 0],
    ["Fri, 02 Jan 2026 03:00:00 GMT", 0],
    ["Friday, 02-Jan-26 03:04:35 GMT", 30_000],
  ])("reads %s as %i ms", (header, milliseconds) => {
    expect(parseRetryAfter(header, now)).toBe(milliseconds);
  });

  test("reads more digits than a number holds as a very long time", () => {
    expect(parseRetryAfter("9".repeat(400), now)).toBe(Number.POSITIVE_INFINITY);
  });

  test.each([null, "", "soon", "soon 1", "-5", "1.5", "1e3", "0x10", "NaN", "GMT", "7, 8", "2026-01-02T03:05:00Z"])(
    "makes nothing of %j",
    (header) => {
      expect(parseRetryAfter(header, now)).toBeUndefined();
    },
  );
});
