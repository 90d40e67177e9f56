import { describe, expect, test } from "vitest";
import { whenReady } from "./options.ts";

describe("whenReady", () => {
  test("goes on at once with a value", () => {
    expect(whenReady(2, (value) => value * 2)).toBe(4);
  });

  test("waits for a promise, and fails with it", async () => {
    expect(await whenReady(Promise.resolve(2), (value) => value * 2)).toBe(4);
    await expect(whenReady(Promise.reject(new Error("failed")), String)).rejects.toThrow("failed");
  });
});
