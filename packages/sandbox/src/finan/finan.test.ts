import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { type Changes, type Received, type Send, senders } from "../testing/send.ts";

const path = "/api/v1/customers";
let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
  send = senders(sandbox).finan;
});

function customer(customer_code: string): { general_info: object; address: object } {
  return {
    general_info: { name: "Nguyen Van B", customer_code, phone: "0933456789", phone_code: "+84", type: "personal" },
    address: { country: "Vietnam", province: "Ho Chi Minh" },
  };
}

describe("Finan's customers", () => {
  test("are created with a UUID and both times, and can be read", async () => {
    sandbox.clock.set(Date.UTC(2024, 0, 20, 14));
    const created = await send("POST", path, customer("A"));
    const time = "2024-01-20T14:00:00Z";
    expect(created.body).toMatchObject({
      code: 102001,
      data: { ...customer("A"), created_at: time, updated_at: time },
    });
    expect(created.body.data.customer_id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
    const { body } = await send("GET", `${path}/${created.body.data.customer_id}`);
    expect([body.code, body.data]).toEqual([102000, created.body.data]);
  });

  test("are listed all at once, in the order of creation", async () => {
    for (let index = 0; index < 25; index++) await send("POST", path, customer(`code-${index}`));
    const { body } = await send("GET", path);
    expect(body.code).toBe(102000);
    expect(body.data.map((item: ReturnType<typeof customer>) => item.general_info)).toMatchObject(
      Array.from({ length: 25 }, (_, index) => ({ customer_code: `code-${index}` })),
    );
  });

  test("are replaced by an update, which clears what it leaves out", async () => {
    sandbox.clock.set(Date.UTC(2024, 0, 20, 14));
    const bank_accounts = [{ bank_code: "201", account_number: "123456789012" }];
    const { customer_id } = (await send("POST", path, { ...customer("A"), bank_accounts })).body.data;
    sandbox.clock.advance(60_000);
    const { general_info } = customer("B");
    const { body } = await send("PUT", `${path}/${customer_id}`, { general_info });
    expect(body).toMatchObject({ code: 102000, message: { content: "Thực thi API thành công" } });
    expect(body.data).toEqual({
      customer_id,
      general_info,
      created_at: "2024-01-20T14:00:00Z",
      updated_at: "2024-01-20T14:01:00Z",
    });
    expect((await send("GET", `${path}/${customer_id}`)).body.data).toEqual(body.data);
  });

  test("are gone after a delete; a second delete finds nobody", async () => {
    const { customer_id } = (await send("POST", path, customer("A"))).body.data;
    expect((await send("DELETE", `${path}/${customer_id}`)).body).toMatchObject({ code: 102001, data: "success" });
    for (const [method, body] of [["GET"], ["DELETE"], ["PUT", customer("A")]] as const) {
      expect(coded(await send(method, `${path}/${customer_id}`, body))).toEqual([404, 104004]);
    }
  });

  test("can't share a customer_code, whether created or replaced", async () => {
    const first = (await send("POST", path, customer("A"))).body.data;
    const second = (await send("POST", path, customer("B"))).body.data;
    const doubled = await send("POST", path, customer("A"));
    expect(coded(doubled)).toEqual([409, 104009]);
    expect(doubled.body.message.content).toMatch(/^general_info\.customer_code: .* A$/);
    expect(coded(await send("PUT", `${path}/${second.customer_id}`, customer("A")))).toEqual([409, 104009]);
    // Its own code, and one that somebody else had before, are free.
    expect(coded(await send("PUT", `${path}/${first.customer_id}`, customer("A")))).toEqual([200, 102000]);
    expect(coded(await send("PUT", `${path}/${first.customer_id}`, customer("C")))).toEqual([200, 102000]);
    expect(coded(await send("PUT", `${path}/${second.customer_id}`, customer("A")))).toEqual([200, 102000]);
  });

  test("are refused as companies without contact persons", async () => {
    const { general_info } = customer("A");
    const company = { general_info: { ...general_info, type: "company" } };
    const refused = await send("POST", path, company);
    expect(coded(refused)).toEqual([400, 104000]);
    expect(refused.body.message.content).toBe("general_info.contact_persons: is required");
    const withPerson = { general_info: { ...company.general_info, contact_persons: [{ name: "Jane Smith" }] } };
    expect(coded(await send("POST", path, withPerson))).toEqual([200, 102001]);
  });

  test("have no field but the spec's, however deep", async () => {
    const text = `{"__proto__":{"x":1},"x":1,"general_info":${JSON.stringify({ ...customer("A").general_info, x: 1, contact_persons: [{ name: "J", x: 1 }] })}}`;
    const { data } = (await send("POST", path, undefined, { text })).body;
    expect(JSON.stringify(data)).not.toContain('"x"');
    expect(data.general_info.contact_persons).toEqual([{ name: "J" }]);
  });
});

describe("Finan's check of a request", () => {
  test.each([
    ["another client id", { "x-client-id": "other" }],
    ["no client id", { "x-client-id": undefined }],
    ["no signature", { "x-signature": undefined }],
    ["a wrong signature", { "x-signature": "0".repeat(64) }],
  ])("refuses %s", async (_, headers) => {
    expect(coded(await send("GET", path, undefined, { headers }))).toEqual([401, 104001]);
  });

  test("says what should have been signed, with the secret masked", async () => {
    const { reason } = await send("DELETE", `${path}/x?a=%5B`, undefined, { headers: { "x-signature": "0" } });
    expect(reason).toMatch(/SHA-256 of \*\*\*_DELETE_\/api\/v1\/customers\/x\?a=%5B__\d+, where \*\*\* is the secret$/);
    expect(JSON.stringify(sandbox.requests)).not.toContain(sandbox.credentials.finan.secret);
  });

  test.each([
    ["30 s old", -30, [200, 102000]],
    ["30 s ahead", 30, [200, 102000]],
    ["31 s old", -31, [401, 104001]],
    ["31 s ahead", 31, [401, 104001]],
  ])("judges a request that is %s", async (_, offset, expected) => {
    const now = Date.UTC(2026, 0, 1) / 1_000;
    sandbox.clock.set(now * 1_000 + 999);
    expect(coded(await send("GET", path, undefined, signedAt(String(now + offset))))).toEqual(expected);
  });

  test("leaves the body of a DELETE out of what is signed", async () => {
    const target = `${path}/550e8400-e29b-41d4-a716-446655440000`;
    const answer = await send(
      "DELETE",
      target,
      {},
      signedAt(String(Math.floor(sandbox.clock.now() / 1_000)), "DELETE", target),
    );
    expect(coded(answer)).toEqual([404, 104004]);
  });

  test("refuses a time that isn't one, and names the header", async () => {
    const answer = await send("GET", path, undefined, signedAt("now"));
    expect(coded(answer)).toEqual([400, 104000]);
    expect(answer.reason).toMatch(/^x-timestamp: /);
  });

  test.each([
    ["an id that isn't a UUID", "GET", `${path}/1`, undefined, [400, 104000], "customer_id"],
    ["a body without general_info", "POST", path, {}, [400, 104000], "general_info"],
    [
      "a type that there isn't",
      "POST",
      path,
      { general_info: { ...customer("A").general_info, type: "x" } },
      [400, 104000],
      "general_info.type",
    ],
    ["a path outside the base path", "GET", "/../api/v1/customers", undefined, [404, 104004], "/api/v1/customers"],
    ["a method that there isn't", "PATCH", path, {}, [404, 104004], "PATCH /open/api/v1/customers"],
  ])("refuses %s and names it", async (_, method, target, body, expected, named) => {
    const answer = await send(method, target, body);
    expect(coded(answer)).toEqual(expected);
    expect(answer.body.message.content.split(":")[0]).toBe(named);
  });

  function signedAt(timestamp: string, method = "GET", target = path): Changes {
    const signed = `${sandbox.credentials.finan.secret}_${method}_${target}__${timestamp}`;
    return { headers: { "x-timestamp": timestamp, "x-signature": createHash("sha256").update(signed).digest("hex") } };
  }
});

function coded({ status, body }: Received): [number, number] {
  return [status, body.code];
}
