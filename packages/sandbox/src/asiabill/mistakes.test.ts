import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { createSandbox } from "../index.ts";
import type { Sandbox } from "../sandbox.ts";
import { type Send, senders } from "../testing/send.ts";

const path = "/V2022-03/customers";
const list = `${path}?pageSize=100&pageIndex=1&a=x%20y`;
const one = `${path}/cus_%201`;
const time = 1_651_888_520_935;
const head = `1000000158675${time}`;
const body = '{"phone":"1","email":"张@a.cn"}';
const hmac = (text: string) => createHmac("sha256", "asiabill-sandbox-sign-key").update(text).digest("hex");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
let sandbox: Sandbox;
let send: Send;

beforeEach(async () => {
  sandbox = await createSandbox();
  sandbox.clock.set(time);
  send = senders(sandbox).asiabill;
});

async function reasonFor(method: string, target: string, text: string | undefined, signature: string): Promise<string> {
  const headers = { "request-id": "58675", "request-time": String(time), "sign-info": signature };
  const answer = await send(method, target, undefined, { headers, ...(text !== undefined && { text }) });
  expect(answer.body.code).toBe("L0005");
  expect(sandbox.requests.at(-1)?.reason).toBe(answer.reason);
  return answer.reason;
}

const after = "after `…01586751651888520935`";

test.each([
  ["without the body", head, 27, `${after} expected \`.{"phone":"1","email…\`, found the end`],
  [
    "with the body indented by 2 spaces",
    `${head}.{\n  "phone": "1",\n  "email": "张@a.cn"\n}`,
    29,
    'after `…586751651888520935.{` expected `"phone":"1","email":…`, found `\n  "phone": "1",\n  "…`',
  ],
  ["with the body indented by 4 spaces", `${head}.{\n    "phone": "1",\n    "email": "张@a.cn"\n}`, 29],
  ["with the body indented by tabs", `${head}.{\n\t"phone": "1",\n\t"email": "张@a.cn"\n}`, 29],
  ["with a space after each colon and comma of the body", `${head}.{"phone": "1", "email": "张@a.cn"}`, 37],
  ["with the body's keys sorted", `${head}.{"email":"张@a.cn","phone":"1"}`, 30],
  [
    "with the body escaped to ASCII",
    `${head}.{"phone":"1","email":"\\u5f20@a.cn"}`,
    50,
    'after `…phone":"1","email":"` expected `张@a.cn"}`, found `\\u5f20@a.cn"}`',
  ],
  [
    "with the body escaped to ASCII and a space after each colon and comma",
    `${head}.{"phone": "1", "email": "\\u5f20@a.cn"}`,
    37,
  ],
  ["with a line break behind the body", `${head}.${body}\n`, 58, 'email":"张@a.cn"}` expected the end, found `\n`'],
  [
    "without dots between the parts",
    head + body,
    27,
    `${after} expected \`.{"phone":"1","email…\`, found \`{"phone":"1","email"…\``,
  ],
  ["with a dot for each part that is empty", `${head}...${body}`, 28],
  ["with a dot behind it all", `${head}.${body}.`, 58],
  ["with dots between the headers' values", `10000001.58675.${time}.${body}`, 9, "after `10000001` expected `58675"],
  ["with the time in seconds", `10000001586751651888520.${body}`, 24],
  [
    "with the headers' values in the order request-id, gateway-no, request-time",
    `5867510000001${time}.${body}`,
    1,
    "at character 1 expected `10000001586751651888…`, found `58675100000011651888…`",
  ],
  ["with the method in front", `POST${head}.${body}`, 1],
  ["with the method in front", `POST.${head}.${body}`, 1],
  ["with the whole path", `${head}.${path}.${body}`, 28, "found `/V2022-03/customers.…`"],
  ["with the whole URL", `${head}.https://asiabill.sandbox.invalid${path}.${body}`, 28],
])("AsiaBill's reason says that a create was signed %s", async (words, signed, position, place = "") => {
  const reason = await reasonFor("POST", path, body, hmac(signed));
  expect(reason).toMatch(/^sign-info: signed /);
  expect(reason.split(`signed ${words}: at character ${position} `), reason).toHaveLength(2);
  expect(reason).toContain(place);
  expect(reason.endsWith(`; expected the HMAC-SHA256 with the sign key of ${head}.${body}`)).toBe(true);
});

test.each([
  ["with the body written compactly", '{ "phone": "1/2" }', '{"phone":"1/2"}', 29],
  [
    "with the body escaped to ASCII and its slashes escaped",
    '{"phone":"1/2","email":"é"}',
    '{"phone":"1\\/2","email":"\\u00e9"}',
    39,
  ],
])("AsiaBill's reason says that another spelling was signed %s", async (words, sent, signed, position) => {
  const reason = await reasonFor("POST", path, sent, hmac(`${head}.${signed}`));
  expect(reason.split(`signed ${words}: at character ${position} `), reason).toHaveLength(2);
});

test.each([
  ["without the query", list, head, 27],
  ["with the query's values in the order of the URL", list, `${head}.1001x y`, 28],
  ["with the query as it is in the URL", list, `${head}.pageSize=100&pageIndex=1&a=x%20y`, 28],
  ["with the query's names", list, `${head}.a=x y&pageIndex=1&pageSize=100`, 28],
  ["with the query's names", list, `${head}.ax ypageIndex1pageSize100`, 28],
  ["with the query's values percent-encoded", list, `${head}.x%20y1100`, 29],
  ["with the whole path and query", list, `${head}.${list}`, 28],
  ["without the path parameter", one, head, 27],
  ["with the path parameter percent-encoded", one, `${head}.cus_%201`, 32],
])("AsiaBill's reason says that a read was signed %s", async (words, target, signed, position) => {
  const reason = await reasonFor("GET", target, undefined, hmac(signed));
  expect(reason.split(`signed ${words}: at character ${position} `), reason).toHaveLength(2);
});

test.each([
  ["in Base64, where hex is due", (text: string) => Buffer.from(hmac(text), "hex").toString("base64")],
  ["by a plain SHA-256, where an HMAC-SHA256 is due", sha256],
  [
    "by a SHA-256 behind the sign key, where an HMAC-SHA256 is due",
    (text: string) => sha256(`asiabill-sandbox-sign-key${text}`),
  ],
  [
    "by a SHA-256 with the sign key behind, where an HMAC-SHA256 is due",
    (text: string) => sha256(`${text}asiabill-sandbox-sign-key`).toUpperCase(),
  ],
  [
    "with a line break behind the sign key",
    (text: string) => createHmac("sha256", "asiabill-sandbox-sign-key\n").update(text).digest("hex"),
  ],
])("AsiaBill's reason says that the right text was signed %s", async (words, sign) => {
  const expected = `expected the HMAC-SHA256 with the sign key of ${head}.x y1100`;
  expect(await reasonFor("GET", list, undefined, sign(`${head}.x y1100`))).toBe(
    `sign-info: signed ${words}; ${expected}`,
  );
});

test("the README's example is what AsiaBill's caller is told", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const reason = await reasonFor("GET", `${path}?pageSize=100&pageIndex=1`, undefined, hmac(`${head}.1001`));
  expect(readme.split("\n")).toContain(reason);
});

test("AsiaBill's reason names two mistakes at once", async () => {
  expect(await reasonFor("GET", list, undefined, sha256(head))).toMatch(
    /^sign-info: signed by a plain SHA-256, where an HMAC-SHA256 is due, without the query: at character 27 /,
  );
});

test.each(["", "0", "0".repeat(64), hmac("x"), "é"])("AsiaBill's reason names no mistake for %j", async (signature) => {
  expect(await reasonFor("POST", path, body, signature)).toBe(
    `sign-info: expected the HMAC-SHA256 with the sign key of ${head}.${body}`,
  );
});
