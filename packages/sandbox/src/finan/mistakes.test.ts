import { createHash, createHmac } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Send, senders } from "../testing/send.ts";

const secret = "finan-sandbox-secret";
const path = "/api/v1/customers";
const list = `${path}?q=a%20b&c=1`;
const time = "1699999999";
const body = '{"general_info":{"name":"Nguyễn"}}';
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (text: string) => createHmac("sha256", secret).update(text).digest("hex");
let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = await createSandbox();
  sandbox.clock.set(Number(time) * 1_000);
  send = senders(sandbox).finan;
});

async function reasonFor(method: string, target: string, text: string | undefined, signature: string): Promise<string> {
  const headers = { "x-timestamp": time, "x-signature": signature };
  const answer = await send(method, target, undefined, { headers, ...(text !== undefined && { text }) });
  expect(answer.body.code).toBe(104001);
  expect(JSON.stringify([answer.reason, sandbox.requests])).not.toContain(secret);
  return answer.reason;
}

test.each([
  ["without the query", `_GET_${path}__${time}`, 26, "after `…ET_/api/v1/customers` expected `?q=a%20b&c=1__169999…`"],
  ["with the query decoded", `_GET_${path}?q=a b&c=1__${time}`, 30],
  ["with the query's parameters sorted", `_GET_${path}?c=1&q=a%20b__${time}`, 27],
  ["with a ? behind the path", `_GET_${list}?__${time}`, 38],
  ["with /open in the path", `_GET_/open${list}__${time}`, 10],
  ["with a slash behind the path", `_GET_${path}/?q=a%20b&c=1__${time}`, 26],
  ["without the slash in front of the path", `_GET_${list.slice(1)}__${time}`, 9],
  ["with the whole URL", `_GET_https://finan.sandbox.invalid/open${list}__${time}`, 9],
  [
    "with the method in lower case",
    `_get_${list}__${time}`,
    5,
    "after `***_` expected `GET_/api/v1/customer…`, found `get_/api/v1/customer…`",
  ],
  ["without the method", `_${list}__${time}`, 5],
  ["with the time in milliseconds", `_GET_${list}__${time}000`, 50, "expected the end, found `000`"],
  ["with a payload, where none is due", `_GET_${list}_{}_${time}`, 39, "found `{}_1699999999`"],
  ["with one underscore where two are due", `_GET_${list}_${time}`, 39],
  ["without underscores", `GET${list}${time}`, 4],
  ["with a line break behind the secret", `\n_GET_${list}__${time}`, 4],
])("Finan's reason says that a read was signed %s", async (words, signed, position, place = "") => {
  const reason = await reasonFor("GET", list, undefined, sha256(secret + signed));
  expect(reason.split(`x-signature: signed ${words}: at character ${position} `), reason).toHaveLength(2);
  expect(reason).toContain(place);
  expect(reason.endsWith(`; expected the SHA-256 of ***_GET_${list}__${time}, where *** is the secret`)).toBe(true);
});

test.each([
  ["without the payload", `_POST_${path}__${time}`, 28],
  [
    "with the body indented by 2 spaces",
    `_POST_${path}_{\n  "general_info": {\n    "name": "Nguyễn"\n  }\n}_${time}`,
    29,
  ],
  [
    "with a space after each colon and comma of the body",
    `_POST_${path}_{"general_info": {"name": "Nguyễn"}}_${time}`,
    44,
  ],
])("Finan's reason says that a create was signed %s", async (words, signed, position) => {
  const reason = await reasonFor("POST", path, body, sha256(secret + signed));
  expect(reason.split(`x-signature: signed ${words}: at character ${position} `), reason).toHaveLength(2);
});

test("Finan's reason says that the body of a DELETE was signed", async () => {
  const signed = `${secret}_DELETE_${path}/1_{"a":1}_${time}`;
  expect(await reasonFor("DELETE", `${path}/1`, '{"a":1}', sha256(signed))).toMatch(
    /^x-signature: signed with a payload, where none is due: at character 32 /,
  );
});

const right = `GET_${list}__${time}`;
test.each([
  ["by HMAC-SHA256, where a plain SHA-256 is due", hmac(`${secret}_${right}`)],
  ["in upper-case hex, where lower case is due", sha256(`${secret}_${right}`).toUpperCase()],
  ["in Base64, where hex is due", createHash("sha256").update(`${secret}_${right}`).digest("base64")],
])("Finan's reason says that the right text was signed %s", async (words, signature) => {
  expect(await reasonFor("GET", list, undefined, signature)).toBe(
    `x-signature: signed ${words}; expected the SHA-256 of ***_${right}, where *** is the secret`,
  );
});

test.each([
  ["without the secret in front", sha256(right)],
  ["by HMAC-SHA256, where a plain SHA-256 is due, without the secret in front", hmac(right)],
])("Finan's reason shows what was signed %s", async (words, signature) => {
  const place = "at character 1 expected `***_GET_/api/v1/cust…`, found `GET_/api/v1/customer…`";
  expect(await reasonFor("GET", list, undefined, signature)).toMatch(`x-signature: signed ${words}: ${place}; `);
});

test("Finan's reason names two mistakes at once", async () => {
  expect(await reasonFor("GET", list, undefined, hmac(`GET_${path}__${time}`))).toMatch(
    /signed by HMAC-SHA256, where a plain SHA-256 is due, without the secret in front, without the query: at character 1 /,
  );
});

test.each(["", "0", "0".repeat(64), sha256("x"), sha256(`other-secret_${right}`)])(
  "Finan's reason names no mistake for %j",
  async (signature) => {
    expect(await reasonFor("GET", list, undefined, signature)).toBe(
      `x-signature: expected the SHA-256 of ***_${right}, where *** is the secret`,
    );
  },
);
