// The README's calls of the control API, as they stand there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startSandbox } from "../node.ts";
import { routes } from "./routes.ts";

const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const lines = readme.split("\n").filter((line) => line.startsWith("curl "));
const form =
  /^curl -H "\$AUTH"(?: -X (?<method>\w+))?(?: --json (?<data>'[^']*'|@\S+))? \$CONTROL(?<path>\S+)(?: -o (?<file>\S+))?$/;

test("the README's calls of the control API do what they say", async () => {
  const sandbox = await startSandbox();
  const files: Record<string, string> = {};
  const called = new Set<string>();
  for (const line of lines) {
    const { method, data, path = "", file } = form.exec(line)?.groups ?? {};
    expect(path, line).not.toBe("");
    const body = data?.startsWith("@") ? files[data.slice(1)] : data?.slice(1, -1);
    const verb = method ?? (data === undefined ? "GET" : "POST");
    const response = await fetch(sandbox.control.url + path, {
      method: verb,
      headers: { authorization: `Bearer ${sandbox.control.token}`, "content-type": "application/json" },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    expect([line, response.status, text]).toEqual([line, 200, text]);
    if (file) files[file] = text;
    called.add(`${verb} ${path}`);
  }
  expect((await sandbox.snapshot()).collections["finan.customers"]).toHaveLength(100);
  const all = Object.entries(routes).flatMap(([path, methods]) =>
    Object.keys(methods).map((name) => `${name} ${path}`),
  );
  expect([...called].toSorted()).toEqual(all.toSorted());
  await sandbox.close();
});
