import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { resolveLimits } from "./limits.ts";

describe("limits", () => {
  test("are 30 s, 2 retries and 10 MiB for who says nothing", () => {
    expect(resolveLimits({})).toEqual({
      timeoutMs: 30_000,
      maxRetries: 2,
      maxResponseBytes: 10 * 1_024 ** 2,
    });
    expect(resolveLimits({ timeoutMs: undefined })).toEqual(resolveLimits({}));
  });

  test("are a call's own before the client's, each by itself", () => {
    expect(
      resolveLimits({ timeoutMs: 1, maxRetries: 0 }, { timeoutMs: 5, maxRetries: 6, maxResponseBytes: 7 }),
    ).toEqual({
      timeoutMs: 1,
      maxRetries: 0,
      maxResponseBytes: 7,
    });
  });

  test.each(["timeoutMs", "maxRetries", "maxResponseBytes"] as const)("%s reaches to what a timer can hold", (name) => {
    expect(resolveLimits({ [name]: 2 ** 31 - 1 })[name]).toBe(2 ** 31 - 1);
    expect(() => resolveLimits({ [name]: 2 ** 31 })).toThrow(InvalidArgumentError);
  });

  test.each(["timeoutMs", "maxRetries", "maxResponseBytes"] as const)("%s is a whole number", (name) => {
    for (const value of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, "5" as unknown as number]) {
      expect(() => resolveLimits({ [name]: value })).toThrow(new RegExp(`^${name}: expected a whole number`));
    }
  });

  test.each(["timeoutMs", "maxResponseBytes"] as const)("%s is at least 1", (name) => {
    expect(() => resolveLimits({ [name]: 0 })).toThrow(InvalidArgumentError);
  });
});
