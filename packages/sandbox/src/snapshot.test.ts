import { createHmac, randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "./index.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Snapshot } from "./snapshot.ts";
import { checked } from "./testing/checked.ts";
import { senders } from "./testing/send.ts";

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
});

/** All that the providers answer when they are asked for their customers. */
async function everything(from: Sandbox): Promise<unknown> {
  const { asiabill, finan, lumyri, pingxx } = senders(checked(from));
  const headers = asiabillHeaders(from, randomUUID(), "1000");
  return [
    (await asiabill("GET", "/V2022-03/customers?pageSize=1000", undefined, { headers })).body.data,
    (await finan("GET", "/api/v1/customers")).body.data,
    (await lumyri("GET", "/users/customers?limit=100")).body.data,
    (await pingxx("GET", "/v1/customers?limit=100")).body,
  ];
}

/** The headers of a list with a request id of one's own. */
function asiabillHeaders({ credentials, clock }: Sandbox, id: string, query?: string): Record<string, string> {
  const { gatewayNo, signKey } = credentials.asiabill;
  const time = String(clock.now());
  const signed = [gatewayNo + id + time, ...(query === undefined ? [] : [query])].join(".");
  const signature = createHmac("sha256", signKey).update(signed).digest("hex");
  return { "request-id": id, "request-time": time, "sign-info": signature };
}

describe("a snapshot", () => {
  test("brings everything back, in the same order, through JSON too", async () => {
    await sandbox.seed({ count: 5 });
    const before = await everything(sandbox);
    const snapshot = JSON.parse(JSON.stringify(await sandbox.snapshot())) as Snapshot;
    await sandbox.reset();
    await sandbox.seed({ count: 3, seed: 2 });
    expect(await everything(sandbox)).not.toEqual(before);
    await sandbox.restore(snapshot);
    expect(await everything(sandbox)).toEqual(before);
    const other = await createSandbox();
    await other.restore(snapshot);
    expect(await everything(other)).toEqual(before);
  });

  test("has AsiaBill's request ids, so that a repeated one is refused afterwards too", async () => {
    const code = async () => {
      const headers = asiabillHeaders(sandbox, "once");
      return (await senders(sandbox).asiabill("GET", "/V2022-03/customers", undefined, { headers })).body.code;
    };
    expect(await code()).toBe("00000");
    const snapshot = await sandbox.snapshot();
    await sandbox.reset();
    await sandbox.restore(snapshot);
    expect(await code()).toBe("L0004");
  });

  test("isn't changed by what happens afterwards, nor changes anything itself", async () => {
    await sandbox.seed({ count: 1 });
    const snapshot = await sandbox.snapshot();
    const copy = structuredClone(snapshot);
    await sandbox.seed({ count: 2 });
    expect(snapshot).toEqual(copy);
    const before = await everything(sandbox);
    Object.assign(snapshot.collections["finan.customers"]?.[0]?.value as object, { general_info: null });
    const restored = await sandbox.snapshot();
    await sandbox.restore(restored);
    Object.assign(restored.collections["finan.customers"]?.[0]?.value as object, { general_info: null });
    expect(await everything(sandbox)).toEqual(before);
  });
});

describe("a snapshot that isn't as expected", () => {
  const stored = { id: "1", created: 0, value: {} };

  test.each([
    [null, "expected an object with version, collections, found null"],
    [{ version: 2, collections: {} }, "version: expected 1, found 2"],
    [{ version: 1, collections: {}, clock: 0 }, "clock: there is no such field"],
    [{ version: 1, collections: { "stripe.customers": [] } }, "collections.stripe.customers: there is no such field"],
    [{ version: 1, collections: {} }, "collections.asiabill.customers: expected a list, found nothing"],
    [withFinan([null]), "collections.finan.customers[0]: expected an object with id"],
    [withFinan([{ ...stored, id: 1 }]), "collections.finan.customers[0].id: expected a text, found 1"],
    [withFinan([{ ...stored, created: "0" }]), "collections.finan.customers[0].created: expected Unix milliseconds"],
    [
      withFinan([{ id: "1", created: 0 }]),
      "collections.finan.customers[0].value: expected what was kept, found nothing",
    ],
    [withFinan([{ ...stored, uniqueKey: 1 }]), "collections.finan.customers[0].uniqueKey: expected a text, found 1"],
    [
      withFinan([stored, stored]),
      "collections.finan.customers[1]: expected an id and a unique key that no other one has",
    ],
  ])("is refused, and nothing is changed: %j", async (snapshot, message) => {
    await sandbox.seed({ count: 2 });
    const before = await everything(sandbox);
    const restored = sandbox.restore(snapshot as Snapshot);
    await expect(restored).rejects.toThrow(message);
    await expect(restored).rejects.toThrow(TypeError);
    expect(await everything(sandbox)).toEqual(before);
  });

  function withFinan(list: unknown): unknown {
    const names = ["asiabill.customers", "asiabill.requests", "lumyri.customers", "pingxx.customers"];
    const empty = Object.fromEntries(names.map((name) => [name, []]));
    return { version: 1, collections: { ...empty, "finan.customers": list } };
  }
});
