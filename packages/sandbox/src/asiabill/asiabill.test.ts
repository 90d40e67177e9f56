import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { type Send, senders } from "../testing/send.ts";

const path = "/V2022-03/customers";
const minute = 60_000;
let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
  send = senders(sandbox).asiabill;
});

describe("AsiaBill's customers", () => {
  test("are created with an id of cus_ and 19 digits, and can be read", async () => {
    sandbox.clock.set(Date.UTC(2022, 4, 18, 10, 35, 35));
    const sent = { email: "labdpno@163.com", firstName: "Smfrvi", description: "It's VIP 40210 customer" };
    const created = await send("POST", path, sent);
    expect(created.body).toMatchObject({
      code: "00000",
      message: "success",
      data: { ...sent, created: "2022-05-18 10:35:35" },
    });
    expect(created.body.data.customerId).toMatch(/^cus_[1-9]\d{18}$/);
    expect((await send("GET", `${path}/${created.body.data.customerId}`)).body).toEqual(created.body);
  });

  test("have no field but the spec's", async () => {
    const { body } = await send("POST", path, { phone: "1", vip: true, __proto__: null, constructor: "x" });
    expect(Object.keys(body.data)).toEqual(["customerId", "phone", "created"]);
  });

  test("are listed page by page in the order of creation", async () => {
    for (let index = 1; index <= 12; index++) await send("POST", path, { phone: String(index) });
    const phones = async (query: string) => {
      const { page, list } = (await send("GET", path + query)).body.data;
      return [page, list.map(({ phone }: { phone: string }) => phone)];
    };
    const total = 12;
    expect(await phones("")).toEqual([
      { pageIndex: 1, pageSize: 10, total },
      ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
    ]);
    expect(await phones("?pageIndex=3&pageSize=5")).toEqual([{ pageIndex: 3, pageSize: 5, total }, ["11", "12"]]);
    expect(await phones("?pageSize=5&pageIndex=4")).toEqual([{ pageIndex: 4, pageSize: 5, total }, []]);
  });

  test("are gone after a delete, which answers null; a second delete finds nobody", async () => {
    const { customerId } = (await send("POST", path, {})).body.data;
    expect((await send("DELETE", `${path}/${customerId}`)).body).toEqual({
      code: "00000",
      message: "success",
      data: null,
    });
    for (const method of ["GET", "DELETE"]) {
      const { status, body } = await send(method, `${path}/${customerId}`);
      expect([status, body.code, body.data]).toEqual([200, "P0001", null]);
      expect(body.message).toContain(customerId);
    }
  });

  test("can't be updated: there is no such method", async () => {
    const { status, body, reason } = await send("PUT", `${path}/cus_1`, {});
    expect([status, body.code]).toEqual([200, "L0002"]);
    expect(reason).toBe("PUT /V2022-03/customers/cus_1: expected GET, DELETE");
  });
});

describe("AsiaBill's check of a request", () => {
  test.each([
    ["another gateway number", { "gateway-no": "99999999" }, "L0001"],
    ["no gateway number", { "gateway-no": undefined }, "L0001"],
    ["no signature", { "sign-info": undefined }, "L0005"],
    ["a wrong signature", { "sign-info": "0".repeat(64) }, "L0005"],
    ["another request id than the signed one", { "request-id": "other" }, "L0005"],
  ])("refuses %s", async (_, headers, code) => {
    const { status, body } = await send("GET", path, undefined, { headers });
    expect([status, body.code, body.data]).toEqual([200, code, null]);
  });

  test("takes a signature in upper case", async () => {
    const [id, time] = ["upper", String(sandbox.clock.now())];
    const { gatewayNo, signKey } = sandbox.credentials.asiabill;
    const signature = createHmac("sha256", signKey)
      .update(gatewayNo + id + time)
      .digest("hex")
      .toUpperCase();
    const headers = { "request-id": id, "request-time": time, "sign-info": signature };
    expect((await send("GET", path, undefined, { headers })).body.code).toBe("00000");
  });

  test("says what should have been signed, and never the key", async () => {
    const { reason } = await send(
      "POST",
      `${path}?b=2&a=1%202`,
      { email: "张三@example.com" },
      { headers: { "sign-info": "0" } },
    );
    expect(reason).toMatch(/sign key of 10000001request-\d+\.1 22\.\{"email":"张三@example\.com"\}$/);
    expect(reason).not.toContain(sandbox.credentials.asiabill.signKey);
  });

  test.each([
    ["10 minutes old", -10 * minute, "00000"],
    ["10 minutes ahead", 10 * minute, "00000"],
    ["older than 10 minutes", -10 * minute - 1, "L0003"],
    ["more than 10 minutes ahead", 10 * minute + 1, "L0003"],
  ])("judges a request that is %s", async (_, offset, code) => {
    const now = Date.UTC(2026, 0, 1);
    const { gatewayNo, signKey } = sandbox.credentials.asiabill;
    const [id, time] = ["skewed", String(now + offset)];
    const signature = createHmac("sha256", signKey)
      .update(gatewayNo + id + time)
      .digest("hex");
    sandbox.clock.set(now);
    const headers = { "request-id": id, "request-time": time, "sign-info": signature };
    expect((await send("GET", path, undefined, { headers })).body.code).toBe(code);
  });

  test("refuses a request id again for 30 minutes", async () => {
    sandbox.clock.set(Date.UTC(2026, 0, 1));
    const { gatewayNo, signKey } = sandbox.credentials.asiabill;
    const code = async () => {
      const time = String(sandbox.clock.now());
      const signature = createHmac("sha256", signKey).update(`${gatewayNo}again${time}`).digest("hex");
      const headers = { "request-id": "again", "request-time": time, "sign-info": signature };
      return (await send("GET", path, undefined, { headers })).body.code;
    };
    expect(await code()).toBe("00000");
    sandbox.clock.advance(30 * minute);
    expect(await code()).toBe("L0004");
    sandbox.clock.advance(1);
    expect(await code()).toBe("00000");
  });

  test("says each time that a request has no id, not that it has the same one again", async () => {
    const time = String(sandbox.clock.now());
    const { gatewayNo, signKey } = sandbox.credentials.asiabill;
    const signature = createHmac("sha256", signKey).update(`${gatewayNo}${time}`).digest("hex");
    const headers = { "request-id": undefined, "request-time": time, "sign-info": signature };
    for (let index = 0; index < 2; index++) {
      const { body } = await send("GET", path, undefined, { headers });
      expect([body.code, body.message]).toEqual(["P0002", "request-id: is required"]);
    }
  });

  test("uses up no request id for a wrong signature", async () => {
    const headers = { "request-id": "mine", "sign-info": "0" };
    expect((await send("GET", path, undefined, { headers })).body.code).toBe("L0005");
    const time = String(sandbox.clock.now());
    const { gatewayNo, signKey } = sandbox.credentials.asiabill;
    const signature = createHmac("sha256", signKey).update(`${gatewayNo}mine${time}`).digest("hex");
    const right = { "request-id": "mine", "request-time": time, "sign-info": signature };
    expect((await send("GET", path, undefined, { headers: right })).body.code).toBe("00000");
  });

  test.each([
    ["POST", path, { email: "a".repeat(201) }, "email"],
    ["POST", path, { phone: 1 }, "phone"],
    ["POST", path, [], "body"],
    ["POST", path, undefined, "body"],
    ["GET", `${path}?pageIndex=0`, undefined, "pageIndex"],
    ["GET", `${path}?pageIndex=1e1`, undefined, "pageIndex"],
    ["GET", `${path}?pageSize=1001`, undefined, "pageSize"],
    ["GET", `${path}?pageSize=`, undefined, "pageSize"],
    ["GET", `${path}?pageSize=1&pageSize=2`, undefined, "pageSize"],
  ])("refuses an invalid %s %s and names the field", async (method, target, body, field) => {
    const answer = await send(method, target, body);
    expect([answer.status, answer.body.code]).toEqual([200, "P0002"]);
    expect(answer.body.message.split(":")[0]).toBe(field);
    expect(answer.reason).toBe(answer.body.message);
  });

  test("counts lengths in characters, not in UTF-16", async () => {
    expect((await send("POST", path, { firstName: "😀".repeat(50) })).body.code).toBe("00000");
    expect((await send("POST", path, { firstName: "😀".repeat(51) })).body.code).toBe("P0002");
  });

  test("signs its answers", async () => {
    const { headers, body } = await send("GET", path);
    const { gatewayNo, signKey } = sandbox.credentials.asiabill;
    const [id, time] = [headers.get("response-id"), headers.get("response-time")];
    const signed = `${gatewayNo}${id}${time}.${JSON.stringify(body)}`;
    expect(id).toBe("request-1");
    expect(headers.get("sign-info")).toBe(createHmac("sha256", signKey).update(signed).digest("hex"));
  });
});
