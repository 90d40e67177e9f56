import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderName } from "@customer-clients/sandbox";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callsOf } from "../samples/call.ts";
import { exampleOf } from "./example.ts";
import { firstDifference } from "./first-difference.ts";
import { look } from "./look.ts";
import { visible } from "./visible.ts";

const root = join(import.meta.dirname, "../../..");
const vectors = (provider: string) =>
  JSON.parse(readFileSync(join(root, "packages", provider, "src/vectors.fixture.json"), "utf8"));
const nothing = { key: "", ownString: "", ownSignature: "" };

/** A request as somebody would paste it. */
function pasted(
  method: string,
  target: string,
  headers: Readonly<Record<string, string>>,
  body: string | null,
): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} HTTP/1.1`, ...lines, "", body ?? ""].join("\n");
}

describe("The workbench agrees with the vectors", () => {
  const { computed } = vectors("asiabill");
  interface Vector {
    readonly name: string;
    readonly method: string;
    readonly pathParams: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
    readonly body: string | null;
    readonly stringToSign: string;
    readonly signInfo: string;
  }
  test.each(computed.requests as Vector[])("of AsiaBill: $name", async (vector) => {
    const { method, pathParams, query, body, stringToSign, signInfo } = vector;
    const search = new URLSearchParams(query).toString();
    const path = ["/V2022-03/customers", ...Object.values(pathParams)].join("/");
    const headers = { ...computed.headers, "sign-info": signInfo };
    const request = pasted(method, search === "" ? path : `${path}?${search}`, headers, body);
    const typed = { ...nothing, request, key: computed.signKey, ownString: stringToSign };
    const { inspection, own } = await look("asiabill", typed);
    expect(inspection).toMatchObject({ isRight: true, due: signInfo });
    expect(own).toEqual({ due: stringToSign, text: stringToSign });
  });

  test.each(vectors("finan").vectors as { name: string; stringToSign: string; signature: string }[])(
    "of Finan: $name",
    async ({ stringToSign, signature }) => {
      const [, method = "", path = "", body = "", time = ""] =
        /^mySecretKey_([A-Z]+)_([^_{]+)_(.*)_(\d+)$/
          .exec(stringToSign.replace("payment_method", "payment~method"))
          ?.map((part) => part.replace("~", "_")) ?? [];
      const headers = { "x-client-id": "a", "x-timestamp": time, "x-signature": signature };
      const request = pasted(method, `/open${path}`, headers, body);
      const { inspection, own } = await look("finan", {
        ...nothing,
        request,
        key: "mySecretKey",
        ownString: stringToSign,
      });
      expect(own?.difference).toBeUndefined();
      expect(inspection).toMatchObject({ isRight: true, due: signature });
    },
  );

  const pingxx = vectors("pingxx");
  test.each(
    pingxx.requests as {
      name: string;
      method: string;
      requestTarget: string;
      headers: Record<string, string>;
      body: string;
      stringToSign: string;
    }[],
  )("of Ping++: $name", async ({ method, requestTarget, headers, body, stringToSign }) => {
    const request = pasted(method, requestTarget, headers, body);
    const { inspection, own } = await look("pingxx", {
      ...nothing,
      request,
      key: pingxx.publicKey,
      ownString: stringToSign,
    });
    expect(own?.difference).toBeUndefined();
    expect(inspection).toMatchObject({ isRight: true, due: undefined });
  });
});

describe("The workbench", () => {
  const request = pasted(
    "GET",
    "https://finan.example/open/api/v1/customers?b=1",
    { "x-timestamp": "1699999999" },
    null,
  );

  test("says of each piece where it is from", async () => {
    const { pieces } = await look("finan", { ...nothing, request, key: "s" });
    expect(pieces.filter(({ part }) => part.length > 0).map(({ part, origin }) => [part[0], origin])).toEqual([
      ["secret", { kind: "key" }],
      ["method", { kind: "method" }],
      ["path", { kind: "target" }],
      ["timestamp", { kind: "header", name: "x-timestamp" }],
    ]);
  });

  test("shows where the caller's own string differs, in which part, and what was done", async () => {
    const ownString = "s_GET_/api/v1/customers__1699999999";
    const { own } = await look("finan", { ...nothing, request, key: "s", ownString });
    expect(own).toMatchObject({ difference: { line: 1, column: 24 }, part: ["path"], mistake: "without the query" });
  });

  test("takes a line break behind a pasted string for the paste's", async () => {
    const ownString = "s_GET_/api/v1/customers?b=1__1699999999\n";
    expect((await look("finan", { ...nothing, request, key: "s", ownString })).own?.difference).toBeUndefined();
  });

  test("judges a signature that is given beside the request", async () => {
    const { inspection } = await look("finan", { ...nothing, request, key: "s", ownSignature: " 00 " });
    expect(inspection).toMatchObject({ sent: "00", isRight: false });
  });

  test.each(["asiabill", "finan", "lumyri", "pingxx"] as const)(
    "begins with an example of %s that is right",
    async (provider: ProviderName) => {
      const calls = callsOf(provider, readSpec(join(root, "specs", provider, "openapi.yaml")).document);
      const entry = await import(`@customer-clients/${provider}`);
      const example = await exampleOf(calls, entry[`create${calls[0]?.client}Client`]);
      const { inspection } = await look(provider, example);
      expect(inspection).toMatchObject({ isRight: true, operation: calls[0]?.operationId, violation: undefined });
    },
  );
});

describe("The first difference", () => {
  test.each([
    ["a", "a", undefined],
    ["abc", "abd", { offset: 2, line: 1, column: 3 }],
    ["a\nbc", "a\nb", { offset: 3, line: 2, column: 2 }],
    ["😀a", "😀b", { offset: 2, line: 1, column: 2 }],
    ["😀", "😁", { offset: 0, line: 1, column: 1 }],
  ])("of %j and %j", (due, own, expected) => {
    expect(firstDifference(due, own)).toEqual(expected);
  });

  test("is behind what they share", () => {
    const text = fc.string({ unit: "binary" });
    fc.assert(
      fc.property(text, text, text, (head, a, b) => {
        const found = firstDifference(head + a, head + b);
        const { offset = (head + a).length } = found ?? {};
        expect((head + a).slice(0, offset)).toBe((head + b).slice(0, offset));
        expect(found === undefined).toBe(a === b);
      }),
    );
  });
});

test("White space and what can't be seen has signs", () => {
  expect(visible("a b\t\r\n\u00a0\u200b\u202e\u0000é😀")).toBe("a·b⇥␍⏎⍽‹U+200B›‹U+202E›‹U+0000›é😀");
});
