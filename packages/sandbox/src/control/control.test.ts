import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type StartedSandbox, startSandbox } from "../node.ts";
import { senders } from "../testing/send.ts";
import { maxControlBodyBytes } from "./control.ts";
import { routes } from "./routes.ts";

let sandbox: StartedSandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of many shapes.
  readonly body: any;
}

/** Sends a request as it is: fetch would set a Host and leave out an Origin as it likes. */
function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string | string[] | undefined>> = {},
): Promise<Answered> {
  const { hostname: host, port } = new URL(sandbox.control.url);
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const own = {
    authorization: `Bearer ${sandbox.control.token}`,
    ...(text !== undefined && { "content-type": "application/json" }),
    ...headers,
  };
  const sent = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return new Promise((resolve, reject) => {
    const sending = request({ host, port, method, path, headers: sent }, async (response) => {
      let answer = "";
      for await (const chunk of response.setEncoding("utf8")) answer += chunk;
      resolve({ status: response.statusCode, headers: response.headers, body: JSON.parse(answer) });
    });
    sending.on("error", reject).end(text);
  });
}

describe("the control API lets nobody in", () => {
  test.each([
    ["without a token", undefined],
    ["with another token", "Bearer wrong"],
    ["with no more than a part of it", "Bearer "],
    ["with the token as Basic", `Basic ${"x".repeat(43)}`],
  ])("%s", async (_, authorization) => {
    const { status, headers, body } = await call("GET", "/requests", undefined, { authorization });
    expect([status, headers["www-authenticate"]]).toEqual([401, "Bearer"]);
    expect(body.error).toBe("authorization: expected Bearer and the token that was printed at the start");
  });

  test.each(["http://evil.example", "null", "http://127.0.0.1", ""])("from a web page: Origin %s", async (origin) => {
    const { status, headers, body } = await call("POST", "/reset", undefined, { origin });
    expect([status, body.error]).toEqual([
      403,
      `origin: expected none, since web pages aren't let in, found ${origin}`,
    ]);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });

  test.each([
    "evil.example",
    "127.0.0.1.evil.example",
    "evil.example:4704",
    "127.0.0.1@evil.example",
    "0.0.0.0",
    "[::]",
  ])("under a name that was bound to this address anew: Host %s", async (host) => {
    const { status, body } = await call("GET", "/requests", undefined, { host });
    expect([status, body.error]).toEqual([403, `host: expected 127.0.0.1, localhost or [::1], found ${host}`]);
  });

  test("that asks first, as browsers do", async () => {
    const { status, headers } = await call("OPTIONS", "/requests", undefined, {
      origin: "http://evil.example",
      authorization: undefined,
    });
    expect(status).toBe(403);
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test.each(["127.0.0.1", "localhost:4704", "LOCALHOST", "[::1]:80"])("but Host %s", async (host) => {
    expect((await call("GET", "/requests", undefined, { host })).status).toBe(200);
  });

  test("with the token of another start", async () => {
    const other = await startSandbox();
    await other.close();
    expect(other.control.token).not.toBe(sandbox.control.token);
    expect(other.control.token).toMatch(/^[\w-]{43}$/);
  });
});

describe("the control API refuses", () => {
  test("a path that there isn't, and says which there are", async () => {
    for (const path of ["/", "/fault", "/constructor", "/faults/"]) {
      const { status, body } = await call("GET", path);
      expect([status, body.error]).toEqual([404, `${path}: expected one of ${Object.keys(routes).join(", ")}`]);
    }
  });

  test("a method that a path doesn't have, and says which it has", async () => {
    const { status, headers, body } = await call("PATCH", "/clock", {});
    expect([status, headers.allow, body.error]).toEqual([
      405,
      "GET, PUT, DELETE",
      "PATCH /clock: expected GET, PUT, DELETE",
    ]);
  });

  test("a body of another content type", async () => {
    const { status, body } = await call("POST", "/faults", "{}", { "content-type": "text/plain" });
    expect([status, body.error]).toEqual([415, "content-type: expected application/json, found text/plain"]);
  });

  test("a body that isn't JSON, or has too many bytes", async () => {
    expect(await call("POST", "/faults", "{")).toMatchObject({
      status: 400,
      body: { error: "body: expected JSON in UTF-8" },
    });
    const { status, body } = await call("PUT", "/snapshot", " ".repeat(maxControlBodyBytes + 1));
    expect([status, body.error]).toEqual([413, `body: expected at most ${maxControlBodyBytes} bytes`]);
  });

  test.each([
    ["POST", "/faults", undefined, "expected an object with provider"],
    ["POST", "/faults", { fault: { kind: "reset", when: 1 } }, "fault.when: expected one of before, after, found 1"],
    ["POST", "/seed", { count: "many" }, 'count: expected a whole number from 0 to 10000, found "many"'],
    ["POST", "/seed", [], "expected an object with count, seed, providers"],
    ["PUT", "/snapshot", { version: 0 }, "version: expected 1, found 0"],
    ["PUT", "/clock", {}, "expected either time or advanceMs"],
    ["PUT", "/clock", { time: 0, advanceMs: 0 }, "expected either time or advanceMs"],
    [
      "PUT",
      "/clock",
      { time: "soon" },
      'time: expected Unix milliseconds or a date such as "2026-01-31T08:00:00Z", found "soon"',
    ],
    ["PUT", "/clock", { time: -1 }, "time: expected a whole number from 0 to"],
    ["PUT", "/clock", { advanceMs: "1" }, "milliseconds: expected a whole number"],
  ])("%s %s with %j", async (method, path, body, message) => {
    const answer = await call(method, path, body);
    expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(message)]);
  });
});

describe("the control API", () => {
  const list = () => senders(sandbox).lumyri("GET", "/users/customers");

  test("adds faults, lists them and takes them away", async () => {
    const rule = { provider: "lumyri", fault: { kind: "rate-limit", retryAfterSeconds: 2 }, times: 2 };
    expect((await call("POST", "/faults", rule)).body).toEqual([{ ...rule, hits: 0 }]);
    expect((await list()).headers.get("retry-after")).toBe("2");
    expect((await call("GET", "/faults")).body).toEqual([{ ...rule, hits: 1 }]);
    expect((await call("DELETE", "/faults")).body).toEqual([]);
    expect((await list()).status).toBe(200);
  });

  test("puts in customers, takes a snapshot, forgets everything and puts the snapshot back", async () => {
    expect((await call("POST", "/seed", { count: 3, seed: 7 })).status).toBe(200);
    const snapshot = (await call("GET", "/snapshot")).body;
    expect((await call("POST", "/reset")).status).toBe(200);
    expect((await list()).body.data.total).toBe(0);
    expect((await call("PUT", "/snapshot", snapshot)).status).toBe(200);
    expect((await list()).body.data.total).toBe(3);
    expect((await call("GET", "/snapshot")).body).toEqual(snapshot);
    expect((await call("POST", "/seed")).status).toBe(200);
    expect((await list()).body.data.total).toBe(13);
  });

  test("moves the clock, and sets it back", async () => {
    const moved = { now: 1_769_846_400_000, date: "2026-01-31T08:00:00.000Z" };
    expect((await call("PUT", "/clock", { time: "2026-01-31T08:00:00Z" })).body).toEqual(moved);
    expect((await call("PUT", "/clock", { advanceMs: -500 })).body.now).toBe(moved.now - 500);
    expect((await call("PUT", "/clock", { time: moved.now })).body).toEqual(moved);
    expect((await call("GET", "/clock")).body).toEqual(moved);
    expect(sandbox.clock.now()).toBe(moved.now);
    expect((await call("DELETE", "/clock")).body.now).not.toBe(moved.now);
  });

  test("lists the requests that came in, without the credentials in them", async () => {
    const { lumyri, pingxx } = senders(sandbox);
    await lumyri("GET", "/users/customers?limit=0");
    await pingxx("GET", "/v1/customers");
    const { body, headers } = await call("GET", "/requests");
    expect(body).toMatchObject([
      { provider: "lumyri", operation: "listCustomers", status: 400, reason: "limit: must be >= 1" },
      { provider: "pingxx", status: 200, headers: { authorization: "***" } },
    ]);
    const text = JSON.stringify(body);
    expect(text).not.toContain(sandbox.credentials.lumyri.accessToken);
    expect(text).not.toContain(btoa(`${sandbox.credentials.pingxx.apiKey}:`));
    expect([headers["content-type"], headers["cache-control"]]).toEqual(["application/json", "no-store"]);
  });

  test("isn't there any more once the sandbox is closed", async () => {
    const other = await startSandbox();
    await other.close();
    await expect(fetch(other.control.url)).rejects.toThrow();
  });
});
