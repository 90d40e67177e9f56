import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import { type ProviderName, providerNames } from "../options.ts";
import type { Sandbox } from "../sandbox.ts";
import { validatorOf } from "../testing/checked.ts";
import { type Send, senders } from "../testing/send.ts";
import type { Fault, FaultRule } from "./fault.ts";

const fault: Fault = { kind: "status", status: 503 };
const lists: Readonly<Record<ProviderName, string>> = {
  asiabill: "/V2022-03/customers",
  finan: "/api/v1/customers",
  lumyri: "/users/customers",
  pingxx: "/v1/customers",
};
let sandbox: Sandbox;
let send: Readonly<Record<ProviderName, Send>>;

beforeEach(async () => {
  sandbox = await createSandbox();
  send = senders(sandbox);
});

/** The statuses of so many lists, one after the other. */
async function statuses(count: number, provider: ProviderName = "lumyri"): Promise<number[]> {
  const all: number[] = [];
  for (let index = 0; index < count; index++) all.push((await send[provider]("GET", lists[provider])).status);
  return all;
}

describe("a fault", () => {
  test("hits every request until the faults are cleared", async () => {
    sandbox.faults.add({ fault });
    for (const name of providerNames) expect(await statuses(1, name)).toEqual([503]);
    expect((await send.lumyri("GET", "/nowhere")).status).toBe(503);
    sandbox.faults.clear();
    expect(await statuses(1)).toEqual([200]);
  });

  test("hits one provider only, when it is told so", async () => {
    sandbox.faults.add({ provider: "finan", fault });
    expect([await statuses(1, "finan"), await statuses(1, "lumyri")]).toEqual([[503], [200]]);
  });

  test("hits one operation only, when it is told so", async () => {
    sandbox.faults.add({ operation: "getCustomer", fault });
    expect(await statuses(1)).toEqual([200]);
    expect((await send.lumyri("GET", "/users/customers/1")).status).toBe(503);
    expect((await send.pingxx("GET", "/v1/customers/cus_1")).status).toBe(503);
    expect((await send.lumyri("GET", "/nowhere")).status).toBe(404);
  });

  test("is over after so many times, and counts them", async () => {
    sandbox.faults.add({ fault, times: 2 });
    expect(await statuses(1)).toEqual([503]);
    expect(sandbox.faults.list()).toEqual([{ fault, times: 2, hits: 1 }]);
    expect(await statuses(2)).toEqual([503, 200]);
    expect(sandbox.faults.list()).toEqual([]);
  });

  test("hits as likely as it is told, and for the same seed the same requests", async () => {
    const hits = async (rule: Partial<FaultRule>) => {
      sandbox.faults.clear();
      sandbox.faults.add({ fault, probability: 0.3, ...rule });
      return statuses(200);
    };
    const first = await hits({ seed: 1 });
    expect(first.filter((status) => status === 503).length / first.length).toBeCloseTo(0.3, 1);
    expect(await hits({ seed: 1 })).toEqual(first);
    expect(await hits({ seed: 2 })).not.toEqual(first);
    expect(await hits({})).toEqual(await hits({ seed: 0 }));
  });

  test("leaves a request to the one that was added first, which is counted alone", async () => {
    sandbox.faults.add({ fault, times: 1 });
    sandbox.faults.add({ fault: { kind: "rate-limit" }, times: 1 });
    expect(await statuses(3)).toEqual([503, 429, 200]);
  });

  test("is forgotten by a reset", async () => {
    sandbox.faults.add({ fault });
    await sandbox.reset();
    expect(sandbox.faults.list()).toEqual([]);
  });

  test("stands with the request that it hit, and says so in the reason", async () => {
    sandbox.faults.add({ provider: "asiabill", fault: { kind: "code", code: "S0001" } });
    sandbox.faults.add({ fault: { kind: "clock-skew", skewMs: 1 } });
    const { reason } = await send.asiabill("GET", lists.asiabill);
    expect(reason).toBe("a fault: code S0001");
    expect(sandbox.requests).toMatchObject([
      { operation: "listCustomers", status: 200, code: "S0001", reason, faults: ["code", "clock-skew"] },
    ]);
    sandbox.faults.clear();
    await send.asiabill("GET", lists.asiabill);
    expect(sandbox.requests.at(-1)).not.toHaveProperty("faults");
  });
});

describe("the error that a fault asks for", () => {
  test.each(providerNames)("is in %s's own shape, whatever the status", async (name) => {
    for (let status = 400; status < 600; status++) {
      sandbox.faults.clear();
      sandbox.faults.add({ fault: { kind: "status", status } });
      const answer = await send[name]("GET", lists[name]);
      expect(answer.status).toBe(status);
      expect(validatorOf(name, undefined, status)?.(answer.body)).toBe(true);
      expect(validatorOf(name, "listCustomers", status)?.(answer.body) ?? true).toBe(true);
    }
  });

  test.each<[ProviderName, string | number, number | undefined, number, unknown]>([
    ["asiabill", "L0005", undefined, 200, { code: "L0005" }],
    ["asiabill", "Z9999", 500, 500, { code: "Z9999" }],
    ["finan", 104_009, undefined, 400, { code: 104_009 }],
    ["finan", 105_000, undefined, 500, { code: 105_000 }],
    ["finan", 104_001, 401, 401, { code: 104_001 }],
    ["pingxx", "card_expired", 402, 402, { error: { code: "card_expired", type: "card_error" } }],
    ["pingxx", "odd", undefined, 400, { error: { code: "odd", type: "invalid_request_error" } }],
  ])("has %s's code %s with status %s", async (provider, code, status, expected, body) => {
    sandbox.faults.add({ provider, fault: { kind: "code", code, status } });
    const answer = await send[provider]("GET", lists[provider]);
    expect(answer.status).toBe(expected);
    expect(answer.body).toMatchObject(body as object);
    expect(validatorOf(provider, "listCustomers", expected)?.(answer.body) ?? expected !== 200).toBe(true);
  });

  test("carries Retry-After, for a rate limit always", async () => {
    const retryAfter = async (wanted: Fault) => {
      sandbox.faults.clear();
      sandbox.faults.add({ fault: wanted });
      const { status, headers } = await send.pingxx("GET", lists.pingxx);
      return [status, headers.get("retry-after")];
    };
    expect(await retryAfter({ kind: "rate-limit" })).toEqual([429, "1"]);
    expect(await retryAfter({ kind: "rate-limit", retryAfterSeconds: 0 })).toEqual([429, "0"]);
    expect(await retryAfter({ kind: "status", status: 403, retryAfterSeconds: 30 })).toEqual([403, "30"]);
    expect(await retryAfter({ kind: "status", status: 503 })).toEqual([503, null]);
  });

  test("comes before anything is handled", async () => {
    sandbox.faults.add({ fault, times: 1 });
    const body = { email: "a@example.com", first_name: "A", last_name: "B" };
    expect((await send.lumyri("POST", lists.lumyri, body)).status).toBe(503);
    expect((await send.lumyri("GET", lists.lumyri)).body.data.total).toBe(0);
  });
});

describe("a fault that isn't as expected", () => {
  const kinds = "latency, reset, cut-off, rate-limit, status, code, clock-skew";

  test.each([
    [null, "expected an object with provider, operation, fault, times, probability, seed, found null"],
    [{}, "fault: expected an object with kind"],
    [{ fault, time: 1 }, "time: there is no such field; expected one of provider, operation"],
    [{ fault, provider: "stripe" }, 'provider: expected one of asiabill, finan, lumyri, pingxx, found "stripe"'],
    [{ fault, operation: "dropCustomer" }, "operation: expected one of createCustomer"],
    [{ fault, provider: "asiabill", operation: "updateCustomer" }, "operation: expected one of createCustomer"],
    [{ fault, times: 0 }, "times: expected a whole number from 1 to"],
    [{ fault, times: 1.5 }, "found 1.5"],
    [{ fault, probability: 0 }, "probability: expected a number more than 0 and at most 1, found 0"],
    [{ fault, probability: "1" }, 'found "1"'],
    [{ fault, seed: 1 }, "seed: expected a probability beside it"],
    [{ fault, probability: 1, seed: -1 }, "seed: expected a whole number from 0 to 4294967295, found -1"],
    [{ fault: { kind: "fire" } }, `fault.kind: expected one of ${kinds}, found "fire"`],
    [{ fault: { kind: "reset", status: 503 } }, "fault.status: there is no such field; expected one of kind, when"],
    [{ fault: { kind: "reset", when: "later" } }, 'fault.when: expected one of before, after, found "later"'],
    [{ fault: { kind: "latency" } }, "fault.delayMs: expected a whole number from 0 to 2147483647, found nothing"],
    [{ fault: { kind: "latency", delayMs: Number.NaN } }, "fault.delayMs: expected a whole number"],
    [{ fault: { kind: "cut-off", bytes: -1 } }, "fault.bytes: expected a whole number from 0"],
    [{ fault: { kind: "rate-limit", retryAfterSeconds: "1" } }, "fault.retryAfterSeconds: expected a whole number"],
    [{ fault: { kind: "status", status: 200 } }, "fault.status: expected a whole number from 400 to 599, found 200"],
    [{ fault: { kind: "status" } }, "fault.status: expected a whole number from 400 to 599, found nothing"],
    [{ fault: { kind: "clock-skew", skewMs: 1e15 } }, "fault.skewMs: expected a whole number from -"],
    [{ fault: { kind: "code" }, provider: "finan" }, "fault.code: expected a text or a number, found nothing"],
    [{ fault: { kind: "code", code: "P0001" } }, "provider: expected one, since codes are a provider's own"],
    [{ fault: { kind: "code", code: "00000" }, provider: "asiabill" }, "fault.code: expected the text of a code"],
    [{ fault: { kind: "code", code: 102_000 }, provider: "finan" }, "fault.code: expected a number of 6 digits"],
    [{ fault: { kind: "code", code: "x" }, provider: "lumyri" }, "fault.code: expected a status: Lumyri has no codes"],
    [{ fault: { kind: "code", code: 1 }, provider: "pingxx" }, "fault.code: expected a text"],
  ])("is refused: %j", (rule, message) => {
    expect(() => sandbox.faults.add(rule as FaultRule)).toThrow(message);
    expect(() => sandbox.faults.add(rule as FaultRule)).toThrow(TypeError);
    expect(sandbox.faults.list()).toEqual([]);
  });

  test("isn't changed by what is done to it afterwards", () => {
    const rule = { fault: { kind: "status", status: 503 }, times: 1 } as const;
    sandbox.faults.add(rule);
    Object.assign(rule.fault, { status: 500 });
    expect(sandbox.faults.list()).toMatchObject([{ fault: { status: 503 } }]);
  });
});
