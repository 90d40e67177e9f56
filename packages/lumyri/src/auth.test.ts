import { InvalidArgumentError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { type LumyriCredentials, sign, signer } from "./auth.ts";
import { createLumyriClient } from "./index.ts";

const appId = "550e8400-e29b-41d4-a716-446655440000";

/** A client whose requests' headers are kept. */
function clientWith(accessToken: LumyriCredentials["accessToken"], data: unknown = {}) {
  const sent: Record<string, string>[] = [];
  const client = createLumyriClient({
    accessToken,
    appId,
    environment: "staging",
    fetch: async (_, init) => {
      sent.push(init.headers as Record<string, string>);
      return Response.json({ error: null, data });
    },
  });
  return { client, sent };
}

test("sign makes a bearer token's header", () => {
  expect(sign("abc.def-ghi")).toBe("Bearer abc.def-ghi");
});

describe("the client", () => {
  test("sends the token, and the app id with the operations that take it", async () => {
    const { client, sent } = clientWith("abc");
    await client.customers.get("1");
    await client.customers.delete({ customer_ids: ["1"] });
    expect(sent[0]).toMatchObject({ authorization: "Bearer abc", "x-app-id": appId });
    expect(sent[1]).toMatchObject({ authorization: "Bearer abc" });
    expect(sent[1]).not.toHaveProperty("x-app-id");
  });

  test.each<[string, (number: number) => string | Promise<string>]>([
    ["at once", (number) => `token-${number}`],
    ["as a promise", async (number) => `token-${number}`],
  ])("asks for the token before each request, given %s", async (_, give) => {
    let asked = 0;
    const { client, sent } = clientWith(() => give(++asked));
    await client.customers.get("1");
    await client.customers.get("1");
    expect(sent.map(({ authorization }) => authorization)).toEqual(["Bearer token-1", "Bearer token-2"]);
  });

  test("sends nothing when no token is to be had, and fails as the function did", async () => {
    const failure = new Error("no session");
    const { client, sent } = clientWith(() => Promise.reject(failure));
    await expect(client.customers.get("1")).rejects.toBe(failure);
    expect(sent).toEqual([]);
  });

  test.each(["", "hidden\n", undefined as unknown as string])(
    "refuses the token %j that a function gives",
    async (token) => {
      const { client, sent } = clientWith(async () => token);
      await expect(client.customers.get("1")).rejects.toBeInstanceOf(InvalidArgumentError);
      await expect(client.customers.get("1")).rejects.toThrow(/^accessToken: expected (?!.*hidden)/);
      expect(sent).toEqual([]);
    },
  );
});

describe("signer", () => {
  test.each([
    ["accessToken", { accessToken: "", appId }],
    ["accessToken", { accessToken: "hidden token", appId }],
    ["accessToken", { accessToken: "hidden\r\n", appId }],
    ["accessToken", { accessToken: null as unknown as string, appId }],
    ["appId", { accessToken: "abc", appId: "" }],
    ["appId", { accessToken: "abc", appId: "hidden\n" }],
    ["appId", { accessToken: () => "abc", appId: 7 as unknown as string }],
  ])("refuses a wrong %s, without showing it", (option, credentials) => {
    expect(() => signer(credentials)).toThrow(InvalidArgumentError);
    expect(() => signer(credentials)).toThrow(new RegExp(`^${option}: expected (?!.*hidden)`));
  });
});
