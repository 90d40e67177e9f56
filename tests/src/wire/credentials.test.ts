// Signing belongs to the attempt, and a fault in it is no fault of the network.
import { createAsiaBillClient } from "@customer-clients/asiabill";
import { createLumyriClient, InvalidArgumentError, TimeoutError } from "@customer-clients/lumyri";
import { createPingxxClient } from "@customer-clients/pingxx";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { lumyri } from "../support/providers/lumyri.ts";
import { json, nothing, serve } from "../support/server.ts";

const fail = nothing(503, { "retry-after": "0" });
const appId = "5a9d8b0e-0c1f-4e4b-9f57-2f1a6c3d7e80";

describe("Lumyri's access token", () => {
  test("a function is asked at each attempt, and may give a promise", async () => {
    const server = await serve(fail, json(lumyri.answers.get));
    const tokens = ["first", "renewed"];
    const accessToken = async () => tokens.shift() ?? "one too many";
    await createLumyriClient({ accessToken, appId, baseUrl: server.url }).customers.get("c1");
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(["Bearer first", "Bearer renewed"]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new RangeError("no token to be had");
      },
    ],
    ["rejects", () => Promise.reject(new RangeError("no token to be had"))],
  ])("a function that %s ends the call with what it threw, once", async (_, accessToken) => {
    const server = await serve(json(lumyri.answers.get));
    const error = await failure<Error>(
      createLumyriClient({ accessToken, appId, baseUrl: server.url }).customers.get("c1"),
    );
    expect(error).toBeInstanceOf(RangeError);
    expect(server.requests).toEqual([]);
  });

  test("a function that never gives one ends with the time limit, or with the caller's signal", async () => {
    const server = await serve(json(lumyri.answers.get));
    const options = { accessToken: () => new Promise<string>(() => {}), appId, baseUrl: server.url };
    const { customers } = createLumyriClient({ ...options, timeoutMs: 20 });
    expect(await failure<Error>(customers.get("c1"))).toBeInstanceOf(TimeoutError);
    const controller = new AbortController();
    const call = createLumyriClient(options).customers.get("c1", { signal: controller.signal });
    controller.abort("enough");
    expect(await failure(call)).toBe("enough");
    expect(server.requests).toEqual([]);
  });

  test.each(["", "two words", "line\nbreak", "夜"])(
    "a function that gives %j is refused, without the value",
    async (token) => {
      const server = await serve(json(lumyri.answers.get));
      const error = await failure<Error>(
        createLumyriClient({ accessToken: () => token, appId, baseUrl: server.url }).customers.get("c1"),
      );
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(error.message).toBe("accessToken: expected visible ASCII characters");
      expect(server.requests).toEqual([]);
    },
  );
});

test("a requestId function that throws ends the call with what it threw", async () => {
  const server = await serve(json({}));
  const requestId = () => {
    throw new RangeError("no id to be had");
  };
  const client = createAsiaBillClient({ gatewayNo: "12246002", signKey: "k", requestId, baseUrl: server.url });
  expect(await failure(client.customers.get("cus_1"))).toBeInstanceOf(RangeError);
  expect(server.requests).toEqual([]);
});

test("a request id that no header can have is refused, and nothing is sent again", async () => {
  const server = await serve(json({}));
  const client = createAsiaBillClient({
    gatewayNo: "12246002",
    signKey: "k",
    requestId: () => "夜\n",
    baseUrl: server.url,
  });
  const error = await failure<Error>(client.customers.get("cus_1"));
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(server.requests).toEqual([]);
});

test("the clock and the request id are asked at each attempt", async () => {
  const server = await serve(fail, json({ code: "00000", message: "success", data: { customerId: "cus_1" } }));
  const ids = ["id-1", "id-2"];
  const times = [1_000, 2_000];
  const client = createAsiaBillClient({
    gatewayNo: "12246002",
    signKey: "k",
    baseUrl: server.url,
    requestId: () => ids.shift() ?? "",
    now: () => times.shift() ?? 0,
  });
  await client.customers.get("cus_1");
  expect(server.requests.map(({ headers }) => [headers["request-id"], headers["request-time"]])).toEqual([
    ["id-1", "1000"],
    ["id-2", "2000"],
  ]);
});

test("without a function of the caller's own, each attempt has a new upper-case UUID", async () => {
  const server = await serve(fail);
  const client = createAsiaBillClient({ gatewayNo: "12246002", signKey: "k", baseUrl: server.url });
  await failure(client.customers.get("cus_1"));
  const ids = server.requests.map(({ headers }) => headers["request-id"]);
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(/^[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}$/);
});

test.each([
  ["what is no PEM", "key"],
  ["a PEM of something else", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----"],
  ["a key that is cut off", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"],
])("Ping++ refuses %s as a private key when the client is made", (_, privateKey) => {
  expect(() => createPingxxClient({ apiKey: "sk_test_key", privateKey })).toThrow(
    /^privateKey: expected an RSA private key/,
  );
});
