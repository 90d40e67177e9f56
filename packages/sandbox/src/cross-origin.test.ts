import { afterEach, describe, expect, test } from "vitest";
import { type StartedSandbox, startSandbox } from "./node.ts";

const origin = "https://docs.example";
let sandbox: StartedSandbox;

afterEach(() => sandbox.close());

const preflight = (from: string) => ({
  method: "OPTIONS",
  headers: {
    origin: from,
    "access-control-request-method": "DELETE",
    "access-control-request-headers": "authorization,x-app-id",
  },
});
const corsHeaders = ({ headers }: Response) => [...headers.keys()].filter((name) => name.startsWith("access-control-"));

describe("A sandbox that lets a web site in", () => {
  test("gives its pages leave to send what clients send, and to read the answers", async () => {
    sandbox = await startSandbox({ allowOrigin: origin });
    const url = `${sandbox.urls.lumyri}/users/customers`;
    const leave = await fetch(url, preflight(origin));
    expect(leave.status).toBe(204);
    expect(Object.fromEntries(leave.headers)).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-methods": "DELETE",
      "access-control-allow-headers": "authorization,x-app-id",
      vary: "origin",
    });
    // A preflight is the browser's business, not the provider's.
    expect(sandbox.requests).toEqual([]);
    const answer = await fetch(url, { headers: { origin } });
    expect(answer.status).toBe(401);
    expect(answer.headers.get("access-control-allow-origin")).toBe(origin);
    expect(answer.headers.get("access-control-expose-headers")).toBe("*");
  });

  test("lets no other in, nor any page to the control API", async () => {
    sandbox = await startSandbox({ allowOrigin: origin });
    for (const from of ["https://docs.example.evil", "http://docs.example", "null"]) {
      expect(corsHeaders(await fetch(sandbox.urls.finan, preflight(from)))).toEqual([]);
      expect(corsHeaders(await fetch(sandbox.urls.finan, { headers: { origin: from } }))).toEqual([]);
    }
    expect(corsHeaders(await fetch(`${sandbox.control.url}/faults`, preflight(origin)))).toEqual([]);
  });
});

test("A sandbox lets no web site in unless it is told to", async () => {
  sandbox = await startSandbox();
  expect(corsHeaders(await fetch(sandbox.urls.finan, preflight(origin)))).toEqual([]);
});

test.each(["docs.example", "https://docs.example/", "https://docs.example/path", "*", "null", ""])(
  "No sandbox starts for %j as an origin",
  async (value) => {
    sandbox = await startSandbox();
    await expect(startSandbox({ allowOrigin: value })).rejects.toThrow("allowOrigin: expected an origin such as");
  },
);
