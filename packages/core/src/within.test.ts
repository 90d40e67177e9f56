import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { within } from "./within.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<string>(() => {});
const late = () => "late";

/** A signal that counts the listeners it has. */
function countedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  const added = vi.spyOn(signal, "addEventListener");
  const removed = vi.spyOn(signal, "removeEventListener");
  return { controller, signal, listeners: () => added.mock.calls.length - removed.mock.calls.length };
}

describe("a task within a time", () => {
  test("gives its value, or fails with its error", async () => {
    expect(await within(100, undefined, async () => "done", late)).toBe("done");
    await expect(within(100, undefined, () => Promise.reject(new Error("failed")), late)).rejects.toThrow("failed");
  });

  test("fails with what it throws before it gives a promise", async () => {
    const task = () => {
      throw new Error("at once");
    };
    await expect(within(100, undefined, task, late)).rejects.toThrow("at once");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("ends when its time is up, not before, although it takes no notice", async () => {
    const ended = vi.fn();
    const running = within(100, undefined, never, late).then(ended);
    await vi.advanceTimersByTimeAsync(99);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await running;
    expect(ended).toHaveBeenCalledExactlyOnceWith("late");
  });

  test("fails when its time is up where that is how it ends", async () => {
    const running = within(100, undefined, never, () => Promise.reject(new Error("late")));
    vi.advanceTimersByTime(100);
    await expect(running).rejects.toThrow("late");
  });

  test("is told that its time is up; what it then throws is of no account", async () => {
    let seen: AbortSignal | undefined;
    const running = within(
      100,
      undefined,
      (signal) =>
        new Promise<string>((_, reject) => {
          seen = signal;
          signal.addEventListener("abort", () => reject(new Error("of no account")));
        }),
      late,
    );
    vi.advanceTimersByTime(100);
    expect(seen?.aborted).toBe(true);
    expect(await running).toBe("late");
  });

  test("isn't told anything after it is done", async () => {
    const { controller, signal } = countedSignal();
    let seen: AbortSignal | undefined;
    const task = async (signal: AbortSignal) => {
      seen = signal;
    };
    await within(100, signal, task, () => {});
    controller.abort();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen?.aborted).toBe(false);
  });
});

describe("the caller's signal", () => {
  test("ends a task with its reason, although the task takes no notice", async () => {
    const { controller, signal } = countedSignal();
    let seen: AbortSignal | undefined;
    const running = within(
      100,
      signal,
      (signal) => {
        seen = signal;
        return never();
      },
      late,
    );
    const reason = { any: "value" };
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
    expect(seen?.aborted).toBe(true);
  });

  test("keeps a task from starting when it is aborted already", async () => {
    const task = vi.fn(never);
    const reason = new Error("changed my mind");
    await expect(within(100, AbortSignal.abort(reason), task, late)).rejects.toBe(reason);
    expect(task).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each<[string, (controller: AbortController) => Promise<unknown>, () => Promise<string>]>([
    ["a value", async () => {}, async () => "done"],
    ["an error", async () => {}, () => Promise.reject(new Error("failed"))],
    ["its time", () => vi.advanceTimersByTimeAsync(100), never],
    ["an abort", async (controller) => controller.abort(), never],
  ])("has no listener left, and no timer, after %s", async (_, end, task) => {
    const { controller, signal, listeners } = countedSignal();
    const running = Promise.allSettled([within(100, signal, task, late)]);
    await end(controller);
    await running;
    expect(listeners()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
