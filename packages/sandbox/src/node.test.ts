import { request } from "node:http";
import { connect, createServer } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type StartOptions, startSandbox } from "./node.ts";
import { providerNames } from "./options.ts";
import type { Sandbox } from "./sandbox.ts";
import { checked } from "./testing/checked.ts";
import { senders } from "./testing/send.ts";

const started: Sandbox[] = [];

async function start(options?: StartOptions): Promise<Sandbox> {
  const sandbox = checked(await startSandbox(options));
  started.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((sandbox) => sandbox.close()));
});

describe("a sandbox on loopback", () => {
  test("listens on a port of 127.0.0.1 for each provider", async () => {
    const { urls } = await start();
    const ports = providerNames.map((name) => new URL(urls[name]).port);
    expect(providerNames.map((name) => new URL(urls[name]).hostname)).toEqual(Array(4).fill("127.0.0.1"));
    expect(new Set(ports).size).toBe(4);
    expect(urls.finan).toMatch(/\/open$/);
  });

  test("answers each provider's requests over HTTP, from one state", async () => {
    const sandbox = await start();
    const { asiabill, finan, lumyri, pingxx } = senders(sandbox);
    expect((await asiabill("POST", "/V2022-03/customers", { firstName: "张三" })).body.code).toBe("00000");
    expect((await asiabill("GET", "/V2022-03/customers")).body.data.list).toMatchObject([{ firstName: "张三" }]);
    expect((await finan("GET", "/api/v1/customers")).body.code).toBe(102000);
    expect((await lumyri("DELETE", "/users/customers", { customer_ids: ["x"] })).status).toBe(404);
    expect((await pingxx("GET", "/v1/customers/?limit=3")).body.data).toEqual([]);
    expect(sandbox.requests.map(({ provider }) => provider)).toEqual([
      "asiabill",
      "asiabill",
      "finan",
      "lumyri",
      "pingxx",
    ]);
  });

  test.each([
    "/v1/customers?",
    "/v1/customers/%63us_1",
    "/v1/../v1/customers",
    "//v1/customers",
    "/v1/customers?a=%5b'&b=[]|",
  ])("sees the request target as it is on the wire: %s", async (target) => {
    const sandbox = await start();
    const { port } = new URL(sandbox.urls.pingxx);
    await new Promise<void>((resolve, reject) => {
      request({ host: "127.0.0.1", port, path: target }, (response) => response.resume().on("end", resolve))
        .on("error", reject)
        .end();
    });
    expect(sandbox.requests.at(-1)?.target).toBe(target);
  });

  test("says why it refuses in a header", async () => {
    const { reason } = await senders(await start()).finan("GET", "/api/v1/customers", undefined, {
      headers: { "x-signature": "x" },
    });
    expect(reason).toMatch(/^x-signature: expected the SHA-256 of \*\*\*_GET_/);
  });

  test("refuses a body that is too large with the provider's error", async () => {
    const { status, body } = await senders(await start()).lumyri(
      "POST",
      "/users/customers",
      "x".repeat(2 * 1024 * 1024),
    );
    expect([status, body.error]).toEqual([400, "body: expected at most 1048576 bytes"]);
  });

  test("answers a method and a request that nobody expects", async () => {
    const sandbox = await start();
    expect((await senders(sandbox).lumyri("OPTIONS", "/users/customers")).status).toBe(404);
    const answer = await raw(sandbox.urls.lumyri, "nonsense\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect((await senders(sandbox).lumyri("GET", "/users/customers")).status).toBe(200);
  });

  test("lives on when a caller goes away in the middle", async () => {
    const sandbox = await start();
    const { port } = new URL(sandbox.urls.lumyri);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.end("POST /users/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{", () => socket.destroy());
      });
      socket.once("close", () => resolve());
    });
    expect((await senders(sandbox).lumyri("GET", "/users/customers")).status).toBe(200);
  });

  test("refuses to fetch from anybody else", async () => {
    const sandbox = await start();
    await expect(sandbox.fetch("https://api.pingxx.com/v1/customers")).rejects.toThrow(
      "found one at https://api.pingxx.com",
    );
  });

  test("takes the ports that it is given, and listens nowhere when one is taken", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port: taken } = blocker.address() as { port: number };
    const free = await freePort();
    await expect(startSandbox({ ports: { asiabill: free, pingxx: taken } })).rejects.toThrow("EADDRINUSE");
    await new Promise((resolve) => blocker.close(resolve));
    const { urls } = await start({ ports: { asiabill: free, pingxx: taken } });
    expect([urls.asiabill, urls.pingxx]).toEqual([`http://127.0.0.1:${free}`, `http://127.0.0.1:${taken}`]);
  });

  test("takes no more connections once it is closed, kept-alive or not", async () => {
    const sandbox = await startSandbox();
    await senders(sandbox).lumyri("GET", "/users/customers");
    await sandbox.close();
    await expect(senders(sandbox).lumyri("GET", "/users/customers")).rejects.toThrow();
  });

  test("is closed although a caller never finishes its request", async () => {
    const sandbox = await startSandbox();
    const unfinished = raw(
      sandbox.urls.lumyri,
      "POST /users/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{",
    );
    await senders(sandbox).lumyri("GET", "/users/customers");
    await sandbox.close();
    expect(await unfinished).toBe("");
  });

  test("waits for requests that have begun as long as it is told", async () => {
    const sandbox = await startSandbox({ graceMs: 123_456 });
    const head = "POST /users/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n";
    const begun = Promise.withResolvers<void>();
    const unfinished = raw(sandbox.urls.lumyri, `${head}Expect: 100-continue\r\n\r\n`, begun.resolve);
    await begun.promise;
    const timers: (() => void)[] = [];
    vi.stubGlobal("setTimeout", (end: () => void, delay?: number) => {
      expect(delay).toBe(123_456);
      timers.push(end);
    });
    const closed = sandbox.close();
    vi.unstubAllGlobals();
    for (const end of timers) end();
    await closed;
    expect(await unfinished).toBe("HTTP/1.1 100 Continue\r\n\r\n");
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Sends text as it is, and gives all that comes back until the connection ends. */
function raw(url: string, text: string, onData: () => void = () => {}): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8").on("data", (chunk) => {
      answer += chunk;
      onData();
    });
    socket.on("error", () => {}).on("close", () => resolve(answer));
  });
}
