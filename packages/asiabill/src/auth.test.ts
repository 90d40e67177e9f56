import { createHmac } from "node:crypto";
import { hmacSha256, InvalidArgumentError, type UnsignedRequest } from "@customer-clients/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalString, sign, signer } from "./auth.ts";
import vectors from "./vectors.fixture.json" with { type: "json" };

const { official, computed } = vectors;
const { "gateway-no": gatewayNo, "request-id": requestId, "request-time": requestTime } = computed.headers;
const head = { gatewayNo, requestId, requestTime };

// Any text, halves of surrogate pairs on their own included.
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const named = (names: fc.Arbitrary<string>) => fc.uniqueArray(fc.tuple(names, anyText), { selector: ([name]) => name });

test("the provider's own example is reproduced byte for byte", async () => {
  const signature = await hmacSha256(official.signKey)(official.stringToSign);
  expect(signature.toUpperCase()).toBe(official.signInfo);
});

describe.each(computed.requests)("$name", ({ pathParams, query, body, stringToSign, signInfo }) => {
  const parts = {
    ...head,
    path: pathParams as Record<string, string>,
    query: Object.entries(query).map(([name, value]) => [name, String(value)] as const),
    ...(body !== null && { body }),
  };

  test("has the vector's canonical string", () => {
    expect(canonicalString(parts)).toBe(stringToSign);
  });

  test("has the vector's signature", async () => {
    expect(await sign(parts, computed.signKey)).toBe(signInfo);
  });
});

describe("canonicalString", () => {
  test("is the head alone where there is nothing else", () => {
    expect(canonicalString(head)).toBe("12246002586751651888520935");
    expect(canonicalString({ ...head, path: {}, query: [], body: "" })).toBe("12246002586751651888520935");
  });

  test("has the version of a webhook in its head", () => {
    expect(canonicalString({ ...head, version: "V2022-03", body: "{}" })).toBe("12246002586751651888520935V2022-03.{}");
  });

  test("takes a URLSearchParams, decoded", () => {
    const query = new URLSearchParams("pageSize=100&pageIndex=1&name=%C3%A9+%27");
    expect(canonicalString({ ...head, query })).toBe("12246002586751651888520935.é '1100");
  });

  test("is what the rule says, whatever the values and their order", () => {
    const names = fc.oneof(fc.string({ minLength: 1 }), anyText);
    fc.assert(
      fc.property(named(names), named(names), anyText, fc.infiniteStream(fc.nat()), (path, query, body, random) => {
        const byName = (entries: [string, string][]) => {
          const values = new Map(entries);
          const sorted = [...values.keys()].sort();
          return sorted.map((name) => values.get(name)).join("");
        };
        const shuffled = (entries: [string, string][]) =>
          entries
            .map((entry) => [random.next().value as number, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry);
        const parts = [gatewayNo + requestId + requestTime, byName(path), byName(query), body];
        const expected = parts.filter((part) => part !== "").join(".");
        for (let round = 0; round < 2; round++) {
          const given = { path: Object.fromEntries(shuffled(path)), query: shuffled(query), body };
          expect(canonicalString({ ...head, ...given })).toBe(expected);
        }
      }),
    );
  });

  test("is signed with HMAC-SHA256, as UTF-8", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.string({ minLength: 1, unit: "binary" }), async (body, signKey) => {
        const parts = { ...head, body };
        const expected = createHmac("sha256", signKey).update(canonicalString(parts), "utf8").digest("hex");
        expect(await sign(parts, signKey)).toBe(expected);
      }),
    );
  });
});

describe("signer", () => {
  test.each(["", "58675\n", 58675 as unknown as string])("refuses the request id %j that a function gives", (id) => {
    const { headers } = signer({ gatewayNo, signKey: "k" });
    const request = { path: {}, query: [], body: "", time: 0, requestId: () => id } as unknown as UnsignedRequest;
    expect(() => headers(request)).toThrow(/^requestId: expected (?!.*58675)/);
  });

  test.each([
    ["a gateway number that isn't 8 digits", { gatewayNo: "1224600", signKey: "k" }, "gatewayNo", "1224600"],
    ["a gateway number with its line break", { gatewayNo: "12246002\n", signKey: "k" }, "gatewayNo", "12246002"],
    [
      "a gateway number that is no text",
      { gatewayNo: 12246002 as unknown as string, signKey: "k" },
      "gatewayNo",
      "12246002",
    ],
    ["an empty sign key", { gatewayNo, signKey: "" }, "signKey", gatewayNo],
    ["a blank sign key", { gatewayNo, signKey: "  " }, "signKey", gatewayNo],
    ["a sign key with its line break", { gatewayNo, signKey: "12H4567r\r\n" }, "signKey", "12H4567r"],
    ["no sign key", { gatewayNo } as unknown as { gatewayNo: string; signKey: string }, "signKey", gatewayNo],
  ])("refuses %s, without showing it", (_, credentials, option, hidden) => {
    expect(() => signer(credentials)).toThrow(InvalidArgumentError);
    expect(() => signer(credentials)).toThrow(new RegExp(`^${option}: expected (?!.*${hidden})`));
  });
});
