import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missingTools } from "../testing/tools.ts";
import { parseRequest } from "./parse-request.ts";

const run = promisify(execFile);

interface Seen {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

let server: Server;
let origin: string;
let seen: Seen | undefined;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { method = "", url: target = "", headers } = request;
    seen = { method, target, headers: headers as Record<string, string>, body: await text(request) };
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What curl really sends. */
async function sentBy(command: string): Promise<Seen> {
  seen = undefined;
  await run("bash", ["-c", command.replace(/^\s*\$\s+/, "")]);
  if (!seen) throw new Error("expected a request");
  return seen;
}

/** Without the difference between capitals and small letters in escapes. */
const target = (url: string) =>
  url.replace(/^https?:\/\/[^/]+/, "").replace(/%[\da-f]{2}/gi, (bytes) => bytes.toUpperCase());

describe("A command line of curl is read as curl reads it:", () => {
  test.for([
    ["curl URL/a?b=1", []],
    ["curl -X DELETE URL/a -H 'X-Id: 1'", ["x-id"]],
    [`curl -XPUT "URL/a" -H "X-Id: a \\"b\\" \\$c" --data '{"a": 1}'`, ["x-id"]],
    [`$ curl URL/a -sS -d '{"a":"It'\\''s"}' -H 'content-type: application/json'`, ["content-type"]],
    ["curl --request POST \\\n  --url URL/a \\\n  --header 'x-id: 1' \\\n  --data-raw '@a'", ["x-id"]],
    ["curl URL/a --json '{\"a\":1}'", ["content-type", "accept"]],
    ["curl -u sk_test_1: URL/a", ["authorization"]],
    ["curl -G URL/a -d b=1 -d c=2", []],
    ["curl -G 'URL/a?z=1' --data-urlencode 'b=x y' --data-urlencode 'c=Đ'", []],
    ["curl URL/a -d b=1 -d c=2", []],
    ["curl URL/a --data-binary $'a\\tb\\u00e9\\n'", []],
    ["curl -sX POST URL/a -H X-Id:1 -o /dev/null -m 5 -d ''", ["x-id"]],
    ["curl URL/a\\ b -H 'x-empty;' -H 'accept:' --globoff", ["x-empty"]],
  ] as const)("%s", async ([command, names], { skip }) => {
    const missing = missingTools("bash", "curl");
    if (missing !== undefined) skip(missing);
    const own = parseRequest(command.replaceAll("URL", origin));
    const sent = await sentBy(command.replaceAll("URL", origin).replace("a\\ b", "a%20b"));
    expect({ method: own.method, target: target(own.url.replace(" ", "%20")), body: own.body }).toEqual({
      method: sent.method,
      target: target(sent.target),
      body: sent.body,
    });
    for (const name of names) expect(new Headers(own.headers as [string, string][]).get(name)).toBe(sent.headers[name]);
    expect(own.unknown).toEqual([]);
  });

  test("with any text in single quotes", async ({ skip }) => {
    const missing = missingTools("bash", "curl");
    if (missing !== undefined) skip(missing);
    const texts = fc.string({ unit: "grapheme" }).filter((text) => !/[\0\r]|^@/.test(text) && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(texts, async (body) => {
        const command = `curl ${origin}/a --data-raw '${body.replaceAll("'", "'\\''")}'`;
        expect(parseRequest(command).body).toBe((await sentBy(command)).body);
      }),
      { numRuns: 25 },
    );
  });

  test("naming the variables in it", () => {
    const { unknown, headers } = parseRequest('curl https://a.example/b -H "x-id: $ID" -H "x: `a`" -d $(date)');
    expect(unknown).toEqual(["$ID", "`a`", "$(date)"]);
    expect(headers[0]).toEqual(["x-id", "$ID"]);
  });

  test.each([
    ["curl -d @body.json https://a.example/", "curl: the body is in the file body.json: paste it in its place"],
    ["curl -X POST", "curl: expected a URL"],
  ])("or not: %s", (command, message) => {
    expect(() => parseRequest(command)).toThrow(message);
  });
});

describe("A request as it stands on the wire is read", () => {
  const expected = {
    method: "POST",
    url: "/a?b=1",
    headers: [
      ["host", "a.example"],
      ["x-id", "1: 2"],
    ],
    body: '{"a":\n 1}',
    unknown: [],
  };

  test.each([
    ["as it is", 'POST /a?b=1 HTTP/1.1\r\nHost: a.example\r\nX-Id: 1: 2\r\n\r\n{"a":\n 1}'],
    ["without a version, with white space around", '\n post /a?b=1\nHost:a.example\nX-Id:  1: 2 \n\n{"a":\n 1}\n\n'],
  ])("%s", (_, request) => {
    expect(parseRequest(request)).toEqual(expected);
  });

  test("with a line break at its end only where the length says so", () => {
    const request = (length: number) => `POST / HTTP/1.1\ncontent-length: ${length}\n\né\n`;
    expect([2, 3, 9].map((length) => parseRequest(request(length)).body)).toEqual(["é", "é\n", "é"]);
  });

  test("out of what curl -v prints", () => {
    const printed =
      "> GET /a HTTP/1.1\n> Host: a.example\n> x-id: 1\n> \n* Request completely sent off\n< HTTP/1.1 200 OK";
    expect(parseRequest(printed)).toMatchObject({
      method: "GET",
      url: "/a",
      headers: [
        ["host", "a.example"],
        ["x-id", "1"],
      ],
      body: "",
    });
  });

  test.each([
    ["", "line 1: expected a request line"],
    ["hello", "line 1: expected a request line"],
    ["GET /a HTTP/1.1\nhost: a\n{}", "line 3: expected a header"],
  ])("or not: %j", (request, message) => {
    expect(() => parseRequest(request)).toThrow(message);
  });
});
