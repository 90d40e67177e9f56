import { spawn } from "node:child_process";
import { on, once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { folderWith } from "../testing/folder.ts";

const cli = join(import.meta.dirname, "cli.ts");
let root: string;

beforeEach(() => {
  root = folderWith({});
  mkdirSync(join(root, "bin"));
  mkdirSync(join(root, "tmp"));
});

/** Runs the command with a git of our own, so that nothing is cloned. */
function rehearse(git: string, ...args: string[]) {
  const program = join(root, "bin", "git");
  writeFileSync(program, `#!/bin/sh\n${git}\n`);
  chmodSync(program, 0o755);
  const PATH = [join(root, "bin"), process.env.PATH].join(delimiter);
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, PATH, TMPDIR: join(root, "tmp"), ROOT: root },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  return { child, ended: once(child, "close").then(([code]) => ({ code, output })) };
}

test("a consumer that there isn't is a wrong argument", async () => {
  const { code, output } = await rehearse("exit 1", "--only", "netscape").ended;
  expect(code).toBe(2);
  expect(output).toContain("--only netscape: expected one of node-esm, ");
});

test("a release that fails ends with 1, says why, and leaves nothing behind", async () => {
  const { code, output } = await rehearse('echo "no repository" >&2; exit 128').ended;
  expect(code).toBe(1);
  expect(output).toContain("git rev-parse HEAD ended with 128:\nno repository");
  expect(readdirSync(join(root, "tmp"))).toEqual([]);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends what was started, and leaves nothing behind", async (signal, expected) => {
  const watcher = watch(root);
  const { child, ended } = rehearse('echo $$ > "$ROOT/new"; mv "$ROOT/new" "$ROOT/started"; exec sleep 600');
  for await (const [, file] of on(watcher, "change")) if (file === "started") break;
  child.kill(signal);
  const { code, output } = await ended;
  watcher.close();
  expect(code).toBe(expected);
  expect(output).toContain("Interrupted.");
  const started = Number(readFileSync(join(root, "started"), "utf8"));
  expect(() => process.kill(started, 0)).toThrow("ESRCH");
  expect(readdirSync(join(root, "tmp"))).toEqual([]);
});
