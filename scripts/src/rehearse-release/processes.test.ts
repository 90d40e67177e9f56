import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createProcesses, type Processes } from "./processes.ts";

let processes: Processes;

beforeEach(() => {
  processes = createProcesses(100);
});
afterEach(() => processes.stopAll());

const node = (program: string) =>
  ({ argv: [process.execPath, "-e", program], cwd: tmpdir(), env: { PATH: process.env.PATH } }) as const;

/** A server on loopback that doesn't mind SIGTERM, with one of its own kind beneath it. */
const stubborn = `
  process.on("SIGTERM", () => {});
  const { spawn } = require("node:child_process");
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const server = require("node:net").createServer();
  server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.address().port, child: child.pid })));
`;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A child whose parent is gone may be waiting to be buried.
    return !/^State:\tZ/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "");
  } catch {
    return false;
  }
}

test("gives what a command wrote, and hands it nothing but its own environment", async () => {
  const output = await processes.run(node("console.log(Object.keys(process.env).join())"));
  expect(output.trim()).toBe("PATH");
});

test("tells how a command failed, with the end of its output", async () => {
  const failing = processes.run(node("console.log('so far'); console.error('broken'); process.exit(3)"));
  await expect(failing).rejects.toThrow(/ended with 3:\n(so far\nbroken|broken\nso far)$/);
});

test("tells of a command that there isn't", async () => {
  await expect(processes.run({ argv: ["no-such-command"], cwd: tmpdir(), env: {} })).rejects.toThrow("ENOENT");
});

test("ends a command that takes too long", async () => {
  const slow = processes.run({ ...node("setInterval(() => {}, 1000)"), timeoutMs: 50 });
  await expect(slow).rejects.toThrow("took longer than 0.05 s");
});

test("a service's first line says where it is; what follows is kept", async () => {
  const service = await processes.serve(node(`process.stdout.write('{"port":1}\\nnext\\n')`));
  expect(service.start).toEqual({ port: 1 });
  await service.stop();
  expect(service.lines).toEqual(["next"]);
});

test("a service that ends at once is an error with what it said", async () => {
  await expect(processes.serve(node("console.error('no port'); process.exit(1)"))).rejects.toThrow(
    "ended with 1 before it was ready:\nno port",
  );
});

test("ending everything ends what was started with all that it started, and frees its port", async () => {
  const { start } = await processes.serve(node(stubborn));
  const { port, child } = start as { port: number; child: number };
  expect(isAlive(child)).toBe(true);

  await processes.stopAll();

  expect(isAlive(child)).toBe(false);
  const refused = new Promise((resolve) => connect(port, "127.0.0.1").once("error", resolve).once("connect", resolve));
  expect(await refused).toMatchObject({ code: "ECONNREFUSED" });
  await expect(processes.run(node(""))).rejects.toThrow("being ended");
});
