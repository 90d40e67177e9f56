import { generateKeyPairSync, sign } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Send, senders } from "../testing/send.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const apiKey = "sk_test_CustomerClientsSandbox00";
const path = "/v1/customers";
const list = `${path}?expand[]=a%20b`;
const time = "1795289042";
const body = '{"app":"app_1","description":"贵宾"}';
const signed = (text: string, hash = "sha256") => sign(hash, Buffer.from(text), privateKey).toString("base64");
let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = await createSandbox({ credentials: { pingxx: { apiKey, publicKey } } });
  send = senders(sandbox).pingxx;
});

async function reasonFor(method: string, target: string, text: string | undefined, signature: string): Promise<string> {
  const headers = { "pingplusplus-request-timestamp": time, "pingplusplus-signature": signature };
  const answer = await send(method, target, undefined, { headers, ...(text !== undefined && { text }) });
  expect([answer.status, answer.body.error?.message]).toEqual([401, "wrong signature"]);
  return answer.reason;
}

test.each([
  ["without the timestamp", list, list, 29, "after `…omers?expand[]=a%20b` expected `1795289042`, found the end"],
  ["with the timestamp in milliseconds", list, `${list + time}000`, 39],
  ["with a body, where none is due", list, `{}${list}${time}`, 1],
  ["without the query", list, path + time, 14],
  ["with the request target decoded", list, `${path}?expand[]=a b${time}`, 25],
  ["with the request target percent-encoded", list, `${path}?expand%5B%5D=a%20b${time}`, 21],
  ["without the ? behind the request target", `${path}?`, path + time, 14],
  ["with a ? behind the request target", path, `${path}?${time}`, 14],
  ["without the slash behind the path", `${path}/?limit=1`, `${path}?limit=1${time}`, 14],
  ["with a slash behind the path", `${path}?limit=1`, `${path}/?limit=1${time}`, 14],
  ["without the leading /v1", list, `/customers?expand[]=a%20b${time}`, 2],
  ["with the whole URL", list, `https://pingxx.sandbox.invalid${list}${time}`, 1],
  ["without the request target", list, time, 1],
  ["with the timestamp in front", list, time + list, 1],
])("Ping++'s reason says that a read was signed %s", async (words, target, text, position, place = "") => {
  const reason = await reasonFor("GET", target, undefined, signed(text));
  expect(reason.split(`signature: signed ${words}: at character ${position} `), reason).toHaveLength(2);
  expect(reason).toContain(place);
  expect(reason.endsWith(`; expected the RSA-SHA256 signature of ${target}${time}`)).toBe(true);
});

test.each([
  ["without the body", path + time, 1],
  ["with only the body", body, 35],
  ["with a line break behind the body", `${body}\n${path}${time}`, 35],
  ["with a space after each colon and comma of the body", `{"app": "app_1", "description": "贵宾"}${path}${time}`, 8],
  ["with the body escaped to ASCII", `{"app":"app_1","description":"\\u8d35\\u5bbe"}${path}${time}`, 31],
  ["with the body behind the timestamp", path + time + body, 1],
  ["with the request target in front", path + body + time, 1],
  ["with dots between the parts", [body, path, time].join("."), 35],
  ["with line breaks between the parts", [body, path, time].join("\n"), 35],
])("Ping++'s reason says that a create was signed %s", async (words, text, position) => {
  const reason = await reasonFor("POST", path, body, signed(text));
  expect(reason.split(`signature: signed ${words}: at character ${position} `), reason).toHaveLength(2);
});

test("Ping++'s reason says that SHA-1 was used, alone or with another mistake", async () => {
  const expected = `expected the RSA-SHA256 signature of ${list}${time}`;
  expect(await reasonFor("GET", list, undefined, signed(list + time, "sha1"))).toBe(
    `pingplusplus-signature: signed by SHA-1, where SHA-256 is due; ${expected}`,
  );
  expect(await reasonFor("GET", list, undefined, signed(path + time, "sha1"))).toMatch(
    /^pingplusplus-signature: signed by SHA-1, where SHA-256 is due, without the query: at character 14 /,
  );
});

test.each(["", "?", "AAAA", "A".repeat(344), signed("x")])(
  "Ping++'s reason names no mistake for %j",
  async (signature) => {
    expect(await reasonFor("GET", list, undefined, signature)).toBe(
      `pingplusplus-signature: expected the RSA-SHA256 signature of ${list}${time}`,
    );
  },
);
