import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createSandbox } from "./index.ts";
import type { StartedSandbox } from "./node.ts";
import { defaultCredentials } from "./options.ts";
import { senders } from "./testing/send.ts";

/** The command, while it runs. */
interface Command {
  readonly child: ChildProcess;
  /** All that it has printed. */
  readonly printed: { out: string; error: string };
  readonly exit: Promise<number | null>;
  /** Waits until it has printed something. */
  until(stream: "out" | "error", pattern: RegExp): Promise<RegExpExecArray>;
}

const running: ChildProcess[] = [];
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "sandbox-"));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(directory, { recursive: true }));

function run(args: string[], env: NodeJS.ProcessEnv = {}): Command {
  const { FORCE_COLOR: _, NO_COLOR: __, NODE_OPTIONS: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, "cli.ts"), ...args], {
    cwd: directory,
    env: { ...inherited, ...env },
  });
  running.push(child);
  const printed = { out: "", error: "" };
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdout.setEncoding("utf8").on("data", (text) => (printed.out += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (printed.error += text));
  const until = (stream: "out" | "error", pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(printed[stream]);
        if (found) resolve(found);
      };
      child[stream === "out" ? "stdout" : "stderr"].on("data", look);
      exit.then((code) => reject(new Error(`ended with ${code}, and no ${pattern}: ${JSON.stringify(printed)}`)));
      look();
    });
  return { child, printed, exit, until };
}

/** Starts the command with JSON lines, so that a test knows where everything is. */
async function start(...args: string[]): Promise<Command & { started: Pick<StartedSandbox, "urls" | "control"> }> {
  const command = run(["--port", "0", "--database", ":memory:", "--json", ...args]);
  const [line] = await command.until("out", /^.*"event":"start".*\n/m);
  return { ...command, started: JSON.parse(line) };
}

/** A request that has begun: its headers are there, its body isn't. */
async function openRequest(url: string): Promise<{ finish(): Promise<string> }> {
  const socket: Socket = connect(Number(new URL(url).port), "127.0.0.1").setEncoding("utf8");
  let answer = "";
  const ended = new Promise<string>((resolve, reject) => socket.on("error", reject).on("close", () => resolve(answer)));
  const begun = new Promise<void>((resolve) => {
    socket.on("data", (text) => {
      answer += text;
      if (answer.startsWith("HTTP/1.1 100 ")) resolve();
    });
  });
  socket.write("POST /v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  await Promise.race([begun, ended]);
  ended.catch(() => {});
  return {
    finish() {
      socket.write("{}");
      return ended;
    },
  };
}

describe("the command", () => {
  test("prints where everything is and what it takes, logs requests, and stops at a signal", async () => {
    const { child, printed, exit, until } = run([
      "--port",
      "0",
      "--database",
      ":memory:",
      "--seed",
      "1",
      "--count",
      "3",
    ]);
    await until("out", /Ctrl\+C stops it/);
    for (const own of Object.values(defaultCredentials)) {
      for (const [name, value] of Object.entries(own)) expect(printed.out).toContain(`${name} ${value}\n`);
    }
    expect(printed.out).toMatch(/ {2}finan {4}http:\/\/127\.0\.0\.1:\d+\/open\n/);
    const [, url] = await until("out", /lumyri +(http:\S+)/);
    const [, control, token] = await until("out", /control +(http:\S+)\s+token (\S+)/);
    const sandbox = await createSandbox();
    const send = senders({ ...sandbox, fetch, urls: { ...sandbox.urls, lumyri: url ?? "" } });
    const { body } = await send.lumyri("GET", "/users/customers?limit=2");
    expect(body.data).toMatchObject({ total: 3, last_page: 2 });
    await send.lumyri("GET", "/users/customers?limit=0");
    const requests = await fetch(`${control}/requests`, { headers: { authorization: `Bearer ${token}` } });
    expect(await requests.json()).toHaveLength(2);
    await until("out", /\dZ {2}lumyri {4}GET \/users\/customers\?limit=0 {2}400 {2}limit: must be >= 1\n/);
    expect(printed.out).toMatch(/\dZ {2}lumyri {4}GET \/users\/customers\?limit=2 {2}200\n/);
    expect(printed.out).not.toContain("\u001b");
    expect(printed.out.split(defaultCredentials.lumyri.accessToken)).toHaveLength(2);
    child.kill("SIGINT");
    expect(await exit).toBe(0);
    expect(printed.error).toBe("Stopping once open requests are answered; a second signal stops at once.\n");
  });

  test("prints JSON, a value a line, when it is told so", async () => {
    const { child, exit, printed, started } = await start();
    await fetch(`${started.urls.pingxx}/v1/customers`);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    const lines = printed.out.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: "start", credentials: defaultCredentials, database: ":memory:" },
      { event: "request", provider: "pingxx", operation: "listCustomers", status: 401, reason: expect.any(String) },
    ]);
  });

  test("logs no requests when it is told so", async () => {
    const { child, exit, printed, started } = await start("--quiet");
    await fetch(`${started.urls.pingxx}/v1/customers`);
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
    expect(printed.out.trim().split("\n")).toHaveLength(1);
  });

  test("answers open requests before it ends", async () => {
    const { child, exit, until, started } = await start();
    const open = await openRequest(started.urls.pingxx);
    child.kill("SIGTERM");
    await until("error", /Stopping/);
    await expect(fetch(started.urls.lumyri)).rejects.toThrow();
    expect(await open.finish()).toMatch(/HTTP\/1\.1 401 /);
    expect(await exit).toBe(0);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("ends at once at a second %s", async (signal, code) => {
    const { child, exit, until, started } = await start();
    await openRequest(started.urls.pingxx);
    child.kill(signal);
    await until("error", /Stopping/);
    child.kill(signal);
    expect(await exit).toBe(code);
  });

  test("keeps customers in a file, from one start to the next", async () => {
    const total = async () => {
      const { child, exit, until } = run(["--port", "0", "--seed", "1", "--count", "2", "--json"]);
      const [line] = await until("out", /^.*"event":"start".*\n/m);
      const { urls, database } = JSON.parse(line);
      expect(database).toBe("./customer-clients-sandbox.db");
      const sandbox = await createSandbox();
      const { finan } = senders({ ...sandbox, fetch, urls });
      const general_info = {
        name: "B",
        customer_code: `${Date.now()}`,
        phone: "1",
        phone_code: "+84",
        type: "personal",
      };
      await finan("POST", "/api/v1/customers", { general_info });
      const { body } = await finan("GET", "/api/v1/customers");
      child.kill("SIGINT");
      expect(await exit).toBe(0);
      return body.data.length;
    };
    expect(await total()).toBe(3);
    expect(existsSync(join(directory, "customer-clients-sandbox.db"))).toBe(true);
    expect(await total()).toBe(4);
  });

  test("ends when nobody reads its output any more", async () => {
    const { child, exit, started } = await start();
    child.stdout?.destroy();
    await fetch(`${started.urls.pingxx}/v1/customers`);
    expect(await exit).toBe(0);
  });
});

describe("the command says why it can't start", () => {
  test("when a port is taken", async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
    const { port } = blocker.address() as { port: number };
    const { exit, printed } = run(["--port", String(port), "--database", ":memory:"]);
    expect(await exit).toBe(1);
    const expected = `port ${port} is taken; choose five others with --port, or 0 for free ones`;
    expect(printed).toEqual({ out: "", error: `customer-clients-sandbox: ${expected}\n` });
    await new Promise((resolve) => blocker.close(resolve));
  });

  test("when the machine doesn't have the address", async () => {
    const { exit, printed } = run(["--host", "192.0.2.1", "--port", "0", "--database", ":memory:"]);
    expect(await exit).toBe(1);
    expect(printed.error).toMatch(/^Warning: whoever can reach 192\.0\.2\.1 can use the sandbox/);
    expect(printed.error).toContain("this machine has no address 192.0.2.1; choose another with --host\n");
  });

  test("when the database can't be opened", async () => {
    const { exit, printed } = run(["--port", "0", "--database", join(directory, "nowhere", "x.db")]);
    expect(await exit).toBe(1);
    expect(printed.error).toMatch(/^customer-clients-sandbox: database: expected .*nowhere.*\n$/);
  });

  test.each([
    [["--port", "http"], '--port: expected a whole number from 0 to 65531, found "http"'],
    [["--colour"], "Unknown option '--colour'"],
  ])("when an option is wrong: %j", async (args, message) => {
    const { exit, printed } = run(args);
    expect(await exit).toBe(2);
    expect(printed.out).toBe("");
    expect(printed.error).toContain(`customer-clients-sandbox: ${message}`);
    expect(printed.error).toMatch(/\nTry --help\.\n$/);
    expect(printed.error).not.toContain("    at ");
  });
});

describe("the command prints", () => {
  test("its help", async () => {
    const { exit, printed } = run(["--help"]);
    expect(await exit).toBe(0);
    expect(printed.out).toMatch(/^Usage: customer-clients-sandbox \[options\]\n/);
    for (const line of printed.out.split("\n")) expect(line.length).toBeLessThan(100);
  });

  test("its version", async () => {
    const { exit, printed } = run(["--version"]);
    expect(await exit).toBe(0);
    const { version, bin } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
    expect(printed.out).toBe(`${version}\n`);
    expect(bin).toEqual({ "customer-clients-sandbox": "./dist/cli.js" });
  });
});
