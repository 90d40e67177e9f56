// What the clients make of the sandbox's faults. No test waits: the pause between attempts is 0, or Retry-After says so.
import {
  AuthenticationError,
  ClockSkewError,
  ConnectionError,
  createAsiaBillClient,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "@customer-clients/asiabill";
import { createFinanClient } from "@customer-clients/finan";
import { createLumyriClient, NotFoundError } from "@customer-clients/lumyri";
import { createPingxxClient } from "@customer-clients/pingxx";
import type { Sandbox } from "@customer-clients/sandbox";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { failure } from "./support/failure.ts";
import { places } from "./support/sandboxes.ts";

const contact = { email: "phan.son@example.com", first_name: "Sơn", last_name: "Phan" };

describe.each(places)("$place", ({ open }) => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    sandbox = await open();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await sandbox.close();
  });

  const options = (provider: keyof Sandbox["urls"]) => {
    const { urls, fetch, clock } = sandbox;
    return { baseUrl: urls[provider], fetch, now: clock.now };
  };
  const asiabill = (more = {}) =>
    createAsiaBillClient({ ...sandbox.credentials.asiabill, ...options("asiabill"), ...more }).customers;
  const finan = () => createFinanClient({ ...sandbox.credentials.finan, ...options("finan") }).customers;
  const lumyri = (more = {}) =>
    createLumyriClient({ ...sandbox.credentials.lumyri, ...options("lumyri"), ...more }).customers;
  const pingxx = () => createPingxxClient({ ...sandbox.credentials.pingxx, ...options("pingxx") }).customers;

  test("a read goes through when the provider is out of order twice", async () => {
    sandbox.faults.add({ fault: { kind: "status", status: 503 }, times: 2 });
    expect((await lumyri().list()).items).toEqual([]);
    expect(sandbox.requests.map(({ status }) => status)).toEqual([503, 503, 200]);
  });

  test("each provider's 503 is a ServerError, and its 429 a RateLimitError that says how long to wait", async () => {
    const lists = [asiabill(), finan(), lumyri(), pingxx()].map((customers) => () => customers.list());
    for (const list of lists) {
      sandbox.faults.clear();
      sandbox.faults.add({ fault: { kind: "status", status: 503 } });
      expect(await failure(list())).toBeInstanceOf(ServerError);
      sandbox.faults.clear();
      sandbox.faults.add({ fault: { kind: "rate-limit", retryAfterSeconds: 90 } });
      const error = await failure<RateLimitError>(list());
      expect(error).toBeInstanceOf(RateLimitError);
      expect(error).toMatchObject({ status: 429, retryAfterMs: 90_000, attempts: 1 });
    }
  });

  test("a provider's own code is its error, with HTTP 200 too", async () => {
    sandbox.faults.add({ provider: "asiabill", fault: { kind: "code", code: "L0001" } });
    const error = await failure(asiabill().list());
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      status: 200,
      code: "L0001",
      message: expect.stringContaining("a fault: code L0001"),
    });
  });

  test("a create whose answer is lost isn't sent again, although the customer is there", async () => {
    sandbox.faults.add({ operation: "createCustomer", fault: { kind: "reset", when: "after" } });
    const error = await failure(lumyri().create(contact));
    expect(error).toBeInstanceOf(ConnectionError);
    expect((await lumyri().list()).total).toBe(1);
    expect(sandbox.requests).toHaveLength(2);
  });

  test("a delete whose answer is lost is sent again, and says that it may have been done", async () => {
    const { id } = await lumyri().create(contact);
    sandbox.faults.add({ operation: "deleteCustomers", fault: { kind: "reset", when: "after" }, times: 1 });
    const error = await failure<NotFoundError>(lumyri().delete({ customer_ids: [id] }));
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ attempts: 2, message: expect.stringContaining("earlier attempt") });
    expect((await lumyri().list()).total).toBe(0);
  });

  test("an answer that is cut off is a lost connection, and a read is sent again", async () => {
    sandbox.faults.add({ fault: { kind: "cut-off" }, times: 1 });
    expect((await finan().list()).items).toEqual([]);
    expect(sandbox.requests).toHaveLength(2);
    sandbox.faults.add({ fault: { kind: "cut-off" } });
    expect(await failure(finan().list())).toBeInstanceOf(ConnectionError);
  });

  test("latency beyond the time limit is a TimeoutError; the caller's own signal ends the wait too", async () => {
    sandbox.faults.add({ fault: { kind: "latency", delayMs: 2_147_483_647 } });
    expect(await failure(lumyri({ timeoutMs: 20, maxRetries: 0 }).list())).toBeInstanceOf(TimeoutError);
    const reason = new Error("changed my mind");
    expect(await failure(lumyri().list({}, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });

  test("a provider's skewed clock is a ClockSkewError with both times", async () => {
    const now = Date.UTC(2026, 0, 31, 8);
    sandbox.clock.set(now);
    sandbox.faults.add({ provider: "asiabill", fault: { kind: "clock-skew", skewMs: 3_600_000 } });
    const error = await failure<ClockSkewError>(asiabill().list());
    expect(error).toBeInstanceOf(ClockSkewError);
    expect(error.clientTime).toEqual(new Date(now));
    expect(error.serverTime).toEqual(new Date(now + 3_600_000));
  });

  test("seeded customers are read through each client", async () => {
    await sandbox.seed({ count: 3 });
    for (const customers of [asiabill(), finan(), lumyri(), pingxx()]) {
      const { items } = await customers.list();
      expect(items).toHaveLength(3);
    }
  });
});
