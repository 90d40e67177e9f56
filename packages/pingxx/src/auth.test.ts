import { generateKeyPairSync } from "node:crypto";
import { basic, InvalidArgumentError } from "@customer-clients/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalString, sign, signer, verify } from "./auth.ts";
import { createPingxxClient } from "./index.ts";
import vectors from "./vectors.fixture.json" with { type: "json" };

const { apiKey, requests } = vectors;
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const publicKey = pair.publicKey.export({ type: "spki", format: "pem" }) as string;
const privateKey = pair.privateKey.export({ type: "pkcs1", format: "pem" }) as string;

describe.each(requests)(
  "the request $name of the provider's own SDK",
  ({ requestTarget, headers, body, stringToSign }) => {
    const parts = { body, target: requestTarget, timestamp: headers["Pingplusplus-Request-Timestamp"] };
    const signature = headers["Pingplusplus-Signature"];

    test("has its signed string rebuilt", () => {
      expect(canonicalString(parts)).toBe(stringToSign);
    });

    test("has a signature that belongs to it", async () => {
      expect(await verify(parts, signature, vectors.publicKey)).toBe(true);
    });

    test("has one that belongs to nothing else", async () => {
      for (const change of [{ body: `${body} ` }, { target: `${requestTarget}&` }, { timestamp: "1795289043" }]) {
        expect(await verify({ ...parts, ...change }, signature, vectors.publicKey)).toBe(false);
      }
      expect(await verify(parts, signature, publicKey)).toBe(false);
    });

    test("has the header of HTTP Basic", () => {
      expect(basic(apiKey)).toBe(headers.Authorization);
    });
  },
);

test("any text is signed so that it can be verified", async () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
  );
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (body, target) => {
      const parts = { body, target, timestamp: "1795289042" };
      expect(canonicalString(parts)).toBe(`${body}${target}1795289042`);
      expect(await verify(parts, await sign(parts, privateKey), publicKey)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

describe("the client", () => {
  const sent: { url: string; init: RequestInit }[] = [];
  const options = {
    apiKey,
    now: () => 1_795_289_042_999,
    fetch: async (url: string, init: RequestInit) => {
      sent.push({ url, init });
      return Response.json({ id: "cus_1", object: "customer" });
    },
  };
  const headersOf = () => sent.at(-1)?.init.headers as Record<string, string>;

  test("sends HTTP Basic alone where there is no private key", async () => {
    await createPingxxClient(options).customers.get("cus_1");
    expect(headersOf()).toMatchObject({ authorization: requests[0]?.headers.Authorization });
    expect(Object.keys(headersOf()).filter((name) => name.startsWith("pingplusplus"))).toEqual([]);
  });

  test.each(["https://api.pingxx.com", "https://proxy.example.com/to/pingxx/"])(
    "signs the request line and the body that it sends, at %s",
    async (baseUrl) => {
      const { customers } = createPingxxClient({ ...options, baseUrl, privateKey });
      await customers.get("cus_1", { "expand[]": ["app"] } as never);
      await expectSignature();
      await customers.create({ app: "app_1", description: "é'" } as never);
      expect(sent.at(-1)?.init.body).toBe('{"app":"app_1","description":"é\'"}');
      await expectSignature();
    },
  );

  async function expectSignature() {
    const { url, init } = sent.at(-1) as (typeof sent)[number];
    const { pathname, search } = new URL(url);
    const { "pingplusplus-signature": signature, "pingplusplus-request-timestamp": timestamp } = headersOf();
    const parts = {
      body: (init.body as string | null) ?? "",
      target: pathname + search,
      timestamp: timestamp as string,
    };
    expect(timestamp).toBe("1795289042");
    expect(await verify(parts, signature as string, publicKey)).toBe(true);
  }
});

describe("signer", () => {
  test.each([
    ["apiKey", { apiKey: "" }],
    ["apiKey", { apiKey: "hidden" }],
    ["apiKey", { apiKey: "pk_test_hidden" }],
    ["apiKey", { apiKey: "sk_test_" }],
    ["apiKey", { apiKey: "sk_test_hidden\n" }],
    ["apiKey", { apiKey: " sk_test_hidden" }],
    ["apiKey", { apiKey: null as unknown as string }],
    ["privateKey", { apiKey, privateKey: "" }],
    ["privateKey", { apiKey, privateKey: "hidden" }],
    ["privateKey", { apiKey, privateKey: publicKey }],
    ["privateKey", { apiKey, privateKey: privateKey.slice(0, 500) }],
  ])("refuses a wrong %s at once, without showing it", (option, credentials) => {
    expect(() => signer(credentials)).toThrow(InvalidArgumentError);
    expect(() => signer(credentials)).toThrow(new RegExp(`^${option}: expected (?!.*(hidden|MII))`));
  });

  test("takes live and test keys", () => {
    for (const apiKey of ["sk_live_a1", "sk_test_a1"]) expect(signer({ apiKey }).secrets).toEqual([apiKey]);
  });
});
