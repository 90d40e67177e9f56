import { describe, expect, test } from "vitest";
import { createAsiaBillClient } from "./index.ts";
import vectors from "./vectors.fixture.json" with { type: "json" };

const { computed } = vectors;
const { "gateway-no": gatewayNo, "request-id": requestId, "request-time": requestTime } = computed.headers;
const customerId = "cus_1526753334131306496";

/** A client with the vectors' clock and request id; what it sends is kept. */
function clientAnswering(data: unknown) {
  const sent: { url: string; init: RequestInit }[] = [];
  const client = createAsiaBillClient({
    gatewayNo,
    signKey: computed.signKey,
    now: () => Number(requestTime),
    requestId: () => requestId,
    fetch: async (url, init) => {
      sent.push({ url, init });
      return Response.json({ code: "00000", message: "success", data });
    },
  });
  return { client, sent };
}

const vectorOf = (name: string) => computed.requests.find((request) => request.name === name);

describe("the client sends what the vectors sign", () => {
  test("on create", async () => {
    const { client, sent } = clientAnswering({ customerId });
    const body = vectorOf("create")?.body as string;
    expect(await client.customers.create(JSON.parse(body))).toEqual({ customerId });
    expect(sent[0]?.url).toBe("https://safepay.asiabill.com/V2022-03/customers");
    expect(sent[0]?.init).toMatchObject({ method: "POST", body });
    expectSignature(sent[0]?.init, "create");
  });

  test("on get", async () => {
    const { client, sent } = clientAnswering({ customerId });
    await client.customers.get(customerId);
    expect(sent[0]?.url).toBe(`https://safepay.asiabill.com/V2022-03/customers/${customerId}`);
    expectSignature(sent[0]?.init, "get");
  });

  test("on delete, which answers null", async () => {
    const { client, sent } = clientAnswering(null);
    expect(await client.customers.delete(customerId)).toBeNull();
    expect(sent[0]?.init).toMatchObject({ method: "DELETE", body: null });
    expectSignature(sent[0]?.init, "delete");
  });

  test("on list, in whatever order the query is given", async () => {
    const page = { pageIndex: 1, pageSize: 100, total: 0 };
    const { client, sent } = clientAnswering({ page, list: [] });
    await client.customers.list({ pageSize: 100, pageIndex: 1 });
    await client.customers.list({ pageIndex: 1, pageSize: 100 });
    expect(sent.map(({ url }) => new URL(url).search)).toEqual([
      "?pageSize=100&pageIndex=1",
      "?pageIndex=1&pageSize=100",
    ]);
    for (const { init } of sent) expectSignature(init, "list");
  });
});

function expectSignature(init: RequestInit | undefined, name: string) {
  expect(init?.headers).toMatchObject({ ...computed.headers, "sign-info": vectorOf(name)?.signInfo });
}
