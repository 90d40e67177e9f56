import { createHmac, generateKeyPairSync, sign } from "node:crypto";
import { canonicalString as asiabillString } from "@customer-clients/asiabill/signing";
import { canonicalString as finanString } from "@customer-clients/finan/signing";
import { verify } from "@customer-clients/pingxx/signing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import { checkInput, createCredentials, inspect, signatureOf } from "./inspect.ts";
import { piecesOf } from "./pieces.ts";

const asiabillHeaders = { "gateway-no": "12246002", "request-id": "58675", "request-time": "1651888520935" };
const head = "12246002586751651888520935";
const hmac = (text: string) => createHmac("sha256", "12H4567r").update(text).digest("hex");
const list = {
  method: "GET",
  target: "/V2022-03/customers?pageSize=100&pageIndex=1",
  headers: new Headers({ ...asiabillHeaders, "sign-info": hmac(`${head}.1001`) }),
  text: "",
};

describe("A canonical string is taken apart", () => {
  test("into its parts and what stands between them", async () => {
    const { pieces, operation } = await inspect("asiabill", list, "");
    expect(operation).toBe("listCustomers");
    expect(pieces).toEqual([
      { part: ["gatewayNo"], text: "12246002" },
      { part: ["requestId"], text: "58675" },
      { part: ["requestTime"], text: "1651888520935" },
      { part: [], text: "." },
      { part: ["query", "pageIndex"], text: "1" },
      { part: ["query", "pageSize"], text: "100" },
    ]);
  });

  const text = fc.string({ unit: "grapheme" });

  test("without a loss, whatever is signed", () => {
    const query = fc.array(fc.tuple(text, text));
    const parts = fc.record({
      gatewayNo: text,
      requestId: text,
      requestTime: text,
      body: text,
      query,
      path: fc.dictionary(text, text),
    });
    fc.assert(
      fc.property(parts, (parts) => {
        const pieces = piecesOf(parts, asiabillString);
        expect(pieces.map((piece) => piece.text).join("")).toBe(asiabillString(parts));
      }),
    );
    const finan = fc.record({ secret: text, method: text, path: text, timestamp: text, body: text });
    fc.assert(
      fc.property(finan, (parts) => {
        const pieces = piecesOf(parts, finanString);
        expect(pieces.map((piece) => piece.text).join("")).toBe(finanString(parts));
        for (const { part, text } of pieces) if (part.length > 0) expect(text).toBe(Object(parts)[String(part)]);
      }),
    );
  });

  test("not at all where the request has marks of its own", () => {
    const parts = { secret: "\u{F0002}", method: "GET", path: "/", timestamp: "1" };
    expect(piecesOf(parts, finanString)).toEqual([{ part: [], text: finanString(parts) }]);
  });
});

describe("A signature is judged", () => {
  test("with the caller's mistake, and the text that was signed then", async () => {
    const { isRight, due, mistake } = await inspect("asiabill", list, "12H4567r");
    expect({ isRight, due }).toEqual({ isRight: false, due: hmac(`${head}.1100`) });
    expect(mistake).toMatchObject({ words: "with the query's values in the order of the URL", text: `${head}.1001` });
  });

  test("not without a key, or without a signature", async () => {
    expect((await inspect("asiabill", list, "")).isRight).toBeUndefined();
    const unsigned = { ...list, headers: new Headers(asiabillHeaders) };
    expect(await inspect("asiabill", unsigned, "12H4567r")).toMatchObject({ sent: null, due: hmac(`${head}.1100`) });
  });

  test.each(["/open/api/v1/customers", "/api/v1/customers"])("whether or not %s has the base path", async (target) => {
    const headers = new Headers({ "x-timestamp": "1699999999" });
    const { pieces, operation } = await inspect("finan", { method: "GET", target, headers, text: "" }, "s");
    expect(pieces.map(({ text }) => text).join("")).toBe("s_GET_/api/v1/customers__1699999999");
    expect(operation).toBe("listCustomers");
  });

  test("at an address that there isn't", async () => {
    const request = { method: "GET", target: "/nowhere", headers: new Headers(), text: "" };
    expect(await inspect("finan", request, "s")).toMatchObject({ operation: undefined, sent: null });
  });

  const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = {
    private: pair.privateKey.export({ type: "pkcs1", format: "pem" }) as string,
    public: pair.publicKey.export({ type: "spki", format: "pem" }) as string,
  };
  const signed = (text: string) => {
    const signature = sign("sha256", Buffer.from(text), pair.privateKey).toString("base64");
    const headers = new Headers({
      "pingplusplus-request-timestamp": "1795289042",
      "pingplusplus-signature": signature,
    });
    return { method: "GET", target: "/v1/customers?limit=3", headers, text: "" };
  };

  test.each(["private", "public"] as const)("with the %s half of an RSA pair", async (half) => {
    const right = await inspect("pingxx", signed("/v1/customers?limit=31795289042"), pem[half]);
    expect(right.isRight).toBe(true);
    expect(right.due).toBe(half === "private" ? right.sent : undefined);
    const wrong = await inspect("pingxx", signed("/v1/customers1795289042"), pem[half]);
    expect(wrong).toMatchObject({ isRight: false, mistake: { words: "without the query" } });
  });

  test.each([
    ["Bearer t0ken", true, undefined],
    ["t0ken", false, "without the word Bearer in front"],
    ['Bearer "t0ken"', false, "with quotation marks around the token"],
    ["Bearer other", false, undefined],
  ])("where it is a token: %s", async (authorization, isRight, words) => {
    const request = {
      method: "GET",
      target: "/users/customers",
      headers: new Headers({ authorization, "x-app-id": "a" }),
      text: "",
    };
    const found = await inspect("lumyri", request, "t0ken");
    expect(found).toMatchObject({ isRight, due: "Bearer t0ken", pieces: [] });
    expect(found.mistake?.words).toBe(words);
  });
});

describe("Input is checked as the sandbox checks it", () => {
  test("with the field and the keyword", () => {
    const body = { general_info: { name: "A", phone: "1", phone_code: "+84", customer_code: "C", type: "robot" } };
    expect(checkInput("finan", "createCustomer", "body", body)).toMatchObject({
      path: ["general_info", "type"],
      keyword: "enum",
      params: { allowedValues: ["personal", "company"] },
    });
    expect(checkInput("finan", "createCustomer", "body", {})).toMatchObject({
      path: ["general_info"],
      keyword: "required",
    });
    expect(checkInput("asiabill", "listCustomers", "query", { pageSize: 100 })).toBeUndefined();
  });
});

test("The headers' first violation of the spec is found", async () => {
  const headers = new Headers({ "gateway-no": "1", "request-id": "58675", "request-time": "1651888520935" });
  expect((await inspect("asiabill", { ...list, headers }, "")).violation?.path).toEqual(["gateway-no"]);
});

test("Credentials to throw away make a sandbox that verifies every signature", async () => {
  const credentials = await createCredentials();
  const { privateKey = "", publicKey = "" } = credentials.pingxx;
  const headers = new Headers({ "pingplusplus-request-timestamp": "1" });
  const { due = "" } = await inspect("pingxx", { method: "GET", target: "/v1", headers, text: "" }, privateKey);
  expect(await verify({ target: "/v1", timestamp: "1" }, due, publicKey)).toBe(true);
  const sandbox = await createSandbox({ credentials });
  expect(sandbox.credentials.pingxx.privateKey).toBe(privateKey);
  expect((await createCredentials()).pingxx.privateKey).not.toBe(privateKey);
});

test("Each provider's proof is a header, made with one of its credentials", async () => {
  const credentials = await createCredentials();
  expect(Object.keys(credentials).map((name) => signatureOf(name as keyof typeof credentials).header)).toEqual([
    "sign-info",
    "x-signature",
    "authorization",
    "pingplusplus-signature",
  ]);
});
