import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { card, customer, path, sms_code } from "../testing/pingxx.ts";
import { type Received, type Send, senders } from "../testing/send.ts";

let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
  sandbox.clock.set(1_444_390_718_000);
  send = senders(sandbox).pingxx;
});

describe("Ping++'s customers", () => {
  test("are created with a card, which is their default source", async () => {
    const { status, body } = await send("POST", path, { ...customer, email: "a@example.com", metadata: { a: 1 } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      object: "customer",
      created: 1444390718,
      livemode: false,
      app: customer.app,
      email: "a@example.com",
      description: null,
      currency: null,
      metadata: { a: 1 },
      sources: {
        object: "list",
        url: `/v1/customers/${body.id}/sources`,
        has_more: false,
        data: [{ customer: body.id }],
      },
    });
    expect(body.id).toMatch(/^cus_[\dA-Za-z]{14}$/);
    expect(body.default_source).toMatch(/^card_[\dA-Za-z]{24}$/);
    expect(body.sources.data[0].id).toBe(body.default_source);
    expect((await send("GET", `${path}/${body.id}`)).body).toEqual(body);
  });

  test.each([
    ["a foreign card", { source: "tok_foreign1" }, 402, "card_error", "source"],
    ["a card that its bank refuses", { source: "tok_declined1" }, 402, "card_error", "source"],
    ["a wrong text-message code", { sms_code: { ...sms_code, code: "000000" } }, 402, "card_error", "sms_code[code]"],
    ["something else than a token", { source: "card_1" }, 400, "invalid_request_error", "source"],
    [
      "something else than a code's id",
      { sms_code: { ...sms_code, id: "1" } },
      400,
      "invalid_request_error",
      "sms_code[id]",
    ],
    ["no source", { source: undefined }, 400, "invalid_request_error", "source"],
    ["no text-message code", { sms_code: { id: sms_code.id } }, 400, "invalid_request_error", "sms_code[code]"],
    ["an invalid e-mail address", { email: "a@" }, 400, "invalid_request_error", "email"],
    [
      "11 pairs of metadata",
      { metadata: Object.fromEntries([..."abcdefghijk"].map((key) => [key, ""])) },
      400,
      "invalid_request_error",
      "metadata",
    ],
    ["metadata of 1,001 characters", { metadata: { a: "😀".repeat(1_000) } }, 400, "invalid_request_error", "metadata"],
  ])("aren't created from %s", async (_, changes, status, type, param) => {
    const answer = await send("POST", path, { ...customer, ...changes });
    expect([answer.status, answer.body.error.type, answer.body.error.param]).toEqual([status, type, param]);
    expect((await send("GET", path)).body.data).toEqual([]);
  });

  test("change what is sent, and keep the rest", async () => {
    const { body: old } = await send("POST", path, { ...customer, email: "a@example.com", metadata: { a: 1, b: 2 } });
    const { body } = await send("PUT", `${path}/${old.id}`, {
      app: customer.app,
      description: "VIP",
      metadata: { c: 3 },
    });
    expect(body).toEqual({ ...old, description: "VIP", metadata: { c: 3 } });
  });

  test("take only a card that is bound to them as the default source", async () => {
    const { body: one } = await send("POST", path, customer);
    const { body: other } = await send("POST", path, customer);
    const { body: second } = await send("POST", `${path}/${one.id}/sources`, card);
    const update = (default_source: unknown) => send("PUT", `${path}/${one.id}`, { default_source });
    expect((await update(second.id)).body.default_source).toBe(second.id);
    for (const wrong of [other.default_source, null]) {
      expect(refusal(await update(wrong))).toEqual([400, "default_source"]);
    }
  });

  test("can't be reached once deleted, nor can their cards", async () => {
    const { id, default_source } = (await send("POST", path, customer)).body;
    expect((await send("DELETE", `${path}/${id}`)).body).toEqual({ deleted: true, id });
    for (const [method, target, body] of [
      ["GET", ""],
      ["PUT", "", {}],
      ["DELETE", ""],
      ["GET", "/sources"],
      ["POST", "/sources", card],
      ["GET", `/sources/${default_source}`],
      ["DELETE", `/sources/${default_source}`],
    ] as const) {
      expect(refusal(await send(method, `${path}/${id}${target}`, body))).toEqual([404, "id"]);
    }
    expect((await send("GET", path)).body.data).toEqual([]);
  });

  test("show the app and the default source in full when they are expanded", async () => {
    const { id, default_source } = (await send("POST", path, customer)).body;
    const { body } = await send("GET", `${path}/${id}?expand%5B%5D=app&expand[]=default_source`);
    expect(body.app).toMatchObject({ id: customer.app });
    expect(body.default_source).toMatchObject({
      id: default_source,
      object: "card",
      brand: "UnionPay",
      funding: "debit",
    });
    const [listed] = (await send("GET", `${path}?expand[]=app`)).body.data;
    expect([listed.app.id, listed.default_source]).toEqual([customer.app, default_source]);
    expect(refusal(await send("GET", `${path}?expand[]=sources`))).toEqual([400, "expand[0]"]);
  });

  test("say that they are live when the key is", async () => {
    const live = await createSandbox({ credentials: { pingxx: { apiKey: "sk_live_CustomerClientsSandbox00" } } });
    const { body } = await senders(checked(live)).pingxx("POST", path, customer);
    expect(body.livemode).toBe(true);
  });
});

describe("Ping++'s cards", () => {
  test("are bound, listed the newest first, read and unbound", async () => {
    const { id, default_source: first } = (await send("POST", path, customer)).body;
    const sources = `${path}/${id}/sources`;
    const second = (await send("POST", sources, { ...card, source: "tok_credit1" })).body;
    const third = (await send("POST", sources, { ...card, source: "tok_foreign1" })).body;
    expect([second.funding, third.brand, third.customer]).toEqual(["credit", "Visa", id]);
    expect((await send("GET", `${sources}?limit=2`)).body).toEqual({
      object: "list",
      url: sources,
      has_more: true,
      data: [third, second],
    });
    expect((await send("GET", `${sources}?starting_after=${second.id}`)).body.data).toMatchObject([{ id: first }]);
    expect((await send("GET", `${sources}/${second.id}`)).body).toEqual(second);
    expect((await send("DELETE", `${sources}/${second.id}`)).body).toEqual({ deleted: true, id: second.id });
    expect(refusal(await send("GET", `${sources}/${second.id}`))).toEqual([404, "id"]);
    expect((await send("GET", `${path}/${id}`)).body.default_source).toBe(first);
  });

  test("hand on the default to the newest that remains, and to none after the last", async () => {
    const { id, default_source: first } = (await send("POST", path, customer)).body;
    const sources = `${path}/${id}/sources`;
    const second = (await send("POST", sources, card)).body.id;
    const third = (await send("POST", sources, card)).body.id;
    const afterDelete = async (cardId: string) => {
      await send("DELETE", `${sources}/${cardId}`);
      return (await send("GET", `${path}/${id}`)).body.default_source;
    };
    expect(await afterDelete(first)).toBe(third);
    expect(await afterDelete(third)).toBe(second);
    expect(await afterDelete(second)).toBeNull();
    const { body } = await send("POST", sources, card);
    expect((await send("GET", `${path}/${id}`)).body.default_source).toBe(body.id);
  });

  test("show no more than ten in their customer", async () => {
    const { id } = (await send("POST", path, customer)).body;
    for (let index = 0; index < 10; index++) await send("POST", `${path}/${id}/sources`, card);
    const { sources } = (await send("GET", `${path}/${id}`)).body;
    expect([sources.data.length, sources.has_more]).toEqual([10, true]);
  });
});

function refusal({ status, body }: Received): [number, string] {
  return [status, body.error.param];
}
