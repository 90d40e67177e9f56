import { afterEach, describe, expect, test, vi } from "vitest";
import { createSandbox } from "../index.ts";
import { startSandbox } from "../node.ts";
import type { SandboxOptions } from "../options.ts";
import type { ReceivedRequest } from "../requests.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { senders } from "../testing/send.ts";

const body = { email: "a@example.com", first_name: "A", last_name: "B" };
const path = "/users/customers";

/** Waits for a timer of so many milliseconds to be started, and gives what ends it: time itself never does. */
function timerOf(milliseconds: number): Promise<() => void> {
  const { setTimeout: start } = globalThis;
  return new Promise((resolve) => {
    vi.stubGlobal("setTimeout", (end: () => void, delay?: number) =>
      delay === milliseconds ? resolve(end) : start(end, delay),
    );
  });
}

describe.each([
  { place: "in process", open: (options?: SandboxOptions): Promise<Sandbox> => createSandbox(options) },
  { place: "on loopback", open: (options?: SandboxOptions): Promise<Sandbox> => startSandbox(options) },
])("$place", ({ open }) => {
  let sandbox: Sandbox;
  afterEach(async () => {
    vi.unstubAllGlobals();
    await sandbox.close();
  });

  /** How many customers there are. */
  const total = async () => (await senders(sandbox).lumyri("GET", path)).body.data.total;

  test.each([
    ["before", 0],
    ["after", 1],
  ] as const)(
    "a connection that is reset %s the write gives no answer, and leaves %i customers",
    async (when, count) => {
      sandbox = await open();
      sandbox.faults.add({ operation: "createCustomer", fault: { kind: "reset", when } });
      await expect(senders(sandbox).lumyri("POST", path, body)).rejects.toThrow(TypeError);
      expect(sandbox.requests.at(-1)).toMatchObject({
        operation: "createCustomer",
        status: 0,
        faults: ["reset"],
        reason: `a fault: the connection was reset ${when} the request was handled`,
      });
      expect(await total()).toBe(count);
    },
  );

  test.each([
    [undefined, 0.5],
    [0, 0],
    [7, 7],
    [1e9, -1],
  ])("a body that is cut off after %s bytes ends there, with an error", async (bytes, kept) => {
    sandbox = await open();
    const { accessToken, appId } = sandbox.credentials.lumyri;
    const headers = { authorization: `Bearer ${accessToken}`, "x-app-id": appId };
    await senders(sandbox).lumyri("POST", path, { ...body, first_name: "张三" });
    const get = () => sandbox.fetch(sandbox.urls.lumyri + path, { headers });
    const whole = new Uint8Array(await (await get()).arrayBuffer());
    sandbox.faults.add({ fault: { kind: "cut-off", bytes } });
    const response = await get();
    expect(response.status).toBe(200);
    const read: number[] = [];
    const reading = (async () => {
      for await (const chunk of response.body as ReadableStream<Uint8Array>) read.push(...chunk);
    })();
    await expect(reading).rejects.toThrow(TypeError);
    const length = kept === 0.5 ? Math.floor(whole.length / 2) : kept < 0 ? whole.length + kept : kept;
    expect(read).toEqual([...whole.subarray(0, length)]);
    await expect((await get()).json()).rejects.toThrow(TypeError);
  });

  test("a body is cut off after the write", async () => {
    sandbox = await open();
    sandbox.faults.add({ fault: { kind: "cut-off" }, times: 1 });
    await expect(senders(sandbox).lumyri("POST", path, body)).rejects.toThrow(TypeError);
    expect(sandbox.requests.at(-1)).toMatchObject({ status: 201, faults: ["cut-off"] });
    expect(await total()).toBe(1);
  });

  test("a skewed clock refuses a request whose time is right, and takes one that is as wrong", async () => {
    sandbox = checked(await open());
    const [now, skewMs] = [Date.UTC(2026, 0, 1), 11 * 60_000];
    sandbox.clock.set(now);
    sandbox.faults.add({ provider: "asiabill", fault: { kind: "clock-skew", skewMs }, times: 2 });
    const { asiabill } = senders(sandbox);
    const refused = await asiabill("GET", "/V2022-03/customers");
    expect(refused.body.code).toBe("L0003");
    expect(refused.headers.get("response-time")).toBe(String(now + skewMs));
    expect(refused.headers.get("date")).toBe("Thu, 01 Jan 2026 00:11:00 GMT");
    const asWrong = senders({ ...sandbox, clock: { ...sandbox.clock, now: () => now + skewMs } }).asiabill;
    expect((await asWrong("POST", "/V2022-03/customers", {})).body.data.created).toBe("2026-01-01 00:11:00");
    expect((await asiabill("POST", "/V2022-03/customers", {})).body.data.created).toBe("2026-01-01 00:00:00");
  });

  test.each(["before", "after"] as const)("latency %s the write waits for its time, and no longer", async (when) => {
    sandbox = await open();
    const timer = timerOf(5_000);
    sandbox.faults.add({ operation: "createCustomer", fault: { kind: "latency", delayMs: 5_000, when } });
    const answer = senders(sandbox).lumyri("POST", path, body);
    const end = await timer;
    expect(await total()).toBe(when === "before" ? 0 : 1);
    expect(sandbox.requests.map(({ operation }) => operation)).toEqual(["listCustomers"]);
    end();
    expect((await answer).status).toBe(201);
    expect(sandbox.requests.at(-1)?.faults).toEqual(["latency"]);
  });

  test.each([
    ["before", 0],
    ["after", 1],
  ] as const)("a caller that gives up during latency %s the write leaves %i customers", async (when, count) => {
    const noticed = Promise.withResolvers<ReceivedRequest>();
    sandbox = await open({ onRequest: noticed.resolve });
    sandbox.faults.add({ operation: "createCustomer", fault: { kind: "latency", delayMs: 2 ** 31 - 1, when } });
    const { accessToken, appId } = sandbox.credentials.lumyri;
    const caller = new AbortController();
    const timer = timerOf(2 ** 31 - 1);
    const answer = sandbox.fetch(sandbox.urls.lumyri + path, {
      method: "POST",
      headers: { authorization: `Bearer ${accessToken}`, "x-app-id": appId, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: caller.signal,
    });
    await timer;
    caller.abort(new Error("waited long enough"));
    await expect(answer).rejects.toThrow("waited long enough");
    const wasHandled = when === "before" ? "wasn't" : "was";
    expect(await noticed.promise).toMatchObject({
      status: 0,
      reason: `nobody waited for the answer; the request ${wasHandled} handled`,
    });
    expect(await total()).toBe(count);
  });

  test("latency ends when the sandbox is closed", async () => {
    sandbox = await open();
    sandbox.faults.add({ fault: { kind: "latency", delayMs: 60_000 } });
    const timer = timerOf(60_000);
    const answer = senders(sandbox).lumyri("GET", path);
    const lost = expect(answer).rejects.toThrow(TypeError);
    await timer;
    vi.unstubAllGlobals();
    await sandbox.close();
    await lost;
  });

  test("latency goes together with an error", async () => {
    sandbox = checked(await open());
    sandbox.faults.add({ fault: { kind: "latency", delayMs: 0 } });
    sandbox.faults.add({ fault: { kind: "rate-limit" } });
    expect((await senders(sandbox).lumyri("GET", path)).status).toBe(429);
    expect(sandbox.requests.at(-1)?.faults).toEqual(["latency", "rate-limit"]);
  });
});
