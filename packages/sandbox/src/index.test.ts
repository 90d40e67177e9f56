import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { createSandbox } from "./index.ts";
import type { Sandbox } from "./sandbox.ts";
import { checked } from "./testing/checked.ts";
import { type Send, senders } from "./testing/send.ts";

const entry = join(import.meta.dirname, "index.ts");
let sandbox: Sandbox;
let lumyri: Send;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
  ({ lumyri } = senders(sandbox));
});

describe("a sandbox in process", () => {
  test("has a URL for each provider, under the path that its spec has", () => {
    expect(sandbox.urls).toEqual({
      asiabill: "https://asiabill.sandbox.invalid",
      finan: "https://finan.sandbox.invalid/open",
      lumyri: "https://lumyri.sandbox.invalid",
      pingxx: "https://pingxx.sandbox.invalid",
    });
  });

  test.each([
    "https://api.pingxx.com/v1/customers",
    "http://asiabill.sandbox.invalid/",
    "https://lumyri.sandbox.invalid:8443/",
  ])("refuses to fetch from anybody else: %s", async (url) => {
    await expect(sandbox.fetch(url)).rejects.toThrow(`found one at ${new URL(url).origin}`);
    await expect(sandbox.fetch(new URL(url))).rejects.toThrow(TypeError);
    await expect(sandbox.fetch(new Request(url))).rejects.toThrow(TypeError);
  });

  test("takes a Request as well as a URL", async () => {
    const authorization = `Bearer ${sandbox.credentials.lumyri.accessToken}`;
    const request = new Request(`${sandbox.urls.lumyri}/users/customers`, {
      headers: { authorization, "x-app-id": sandbox.credentials.lumyri.appId },
    });
    expect((await sandbox.fetch(request)).status).toBe(200);
  });

  test("throws the reason of an aborted signal", async () => {
    const signal = AbortSignal.abort(new Error("changed my mind"));
    await expect(sandbox.fetch(sandbox.urls.lumyri, { signal })).rejects.toThrow("changed my mind");
  });

  test("keeps apart what two of them are told", async () => {
    await lumyri("POST", "/users/customers", { email: "a@example.com", first_name: "A", last_name: "B" });
    const other = senders(checked(await createSandbox())).lumyri;
    expect((await other("GET", "/users/customers")).body.data.total).toBe(0);
  });

  test("keeps apart its providers", async () => {
    const { asiabill, finan } = senders(sandbox);
    await asiabill("POST", "/V2022-03/customers", {});
    expect((await finan("GET", "/api/v1/customers")).body.data).toEqual([]);
  });

  test("takes credentials in place of its own, and refuses its own then", async () => {
    const own = { accessToken: "mine", appId: "app" };
    const mine = checked(await createSandbox({ credentials: { lumyri: own } }));
    expect(mine.credentials.lumyri).toEqual(own);
    expect(mine.credentials.finan).toEqual(sandbox.credentials.finan);
    expect((await senders(mine).lumyri("GET", "/users/customers")).status).toBe(200);
    const authorization = `Bearer ${sandbox.credentials.lumyri.accessToken}`;
    expect(
      (await senders(mine).lumyri("GET", "/users/customers", undefined, { headers: { authorization } })).status,
    ).toBe(401);
  });

  test("refuses an empty credential", async () => {
    const credentials = { finan: { clientId: "mine", secret: "" } };
    await expect(createSandbox({ credentials })).rejects.toThrow(
      "credentials.finan.secret: expected a non-empty string",
    );
  });

  test("refuses a public key that isn't one, before the first request", async () => {
    const credentials = { pingxx: { apiKey: "sk_test_1", publicKey: "no key" } };
    await expect(createSandbox({ credentials })).rejects.toThrow("publicKey: expected an RSA public key in PEM");
  });

  test("refuses a body that is too large with the provider's error", async () => {
    const { asiabill, finan, pingxx } = senders(sandbox);
    const description = "x".repeat(1024 * 1024);
    const message = "body: expected at most 1048576 bytes";
    expect((await asiabill("POST", "/V2022-03/customers", { description })).body).toMatchObject({
      code: "P0002",
      message,
    });
    expect((await finan("POST", "/api/v1/customers", { description })).body.message.content).toBe(message);
    expect((await lumyri("POST", "/users/customers", { description })).body.error).toBe(message);
    expect((await pingxx("POST", "/v1/customers", { description })).body.error.message).toBe(message);
  });

  test("refuses a body that isn't JSON in UTF-8, or is nested without end", async () => {
    const refused = async (text: string | Uint8Array) =>
      (await lumyri("POST", "/users/customers", undefined, { text })).body.error;
    expect(await refused("{")).toBe("body: expected JSON in UTF-8");
    expect(await refused(Uint8Array.from([0x22, 0xff, 0x22]))).toBe("body: expected JSON in UTF-8");
    expect(await refused(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toBe("body: expected at most 32 levels");
  });

  test("refuses a body of another content type", async () => {
    const headers = { "content-type": "text/plain" };
    const { status, body } = await lumyri("POST", "/users/customers", {}, { headers });
    expect([status, body.error]).toEqual([400, "content-type: expected application/json"]);
  });

  test("answers many requests at once", async () => {
    const sent = Array.from({ length: 50 }, (_, index) => ({
      email: `${index}@example.com`,
      first_name: "A",
      last_name: "B",
    }));
    const raw = senders(await createSandbox());
    await Promise.all(sent.map((body) => raw.lumyri("POST", "/users/customers", body)));
    expect((await raw.lumyri("GET", "/users/customers")).body.data.total).toBe(50);
  });

  test("keeps the last requests, with what was refused and why", async () => {
    await lumyri("GET", "/users/customers?limit=0");
    await lumyri("GET", "/nowhere");
    expect(sandbox.requests).toMatchObject([
      {
        provider: "lumyri",
        operation: "listCustomers",
        method: "GET",
        target: "/users/customers?limit=0",
        status: 400,
        reason: "limit: must be >= 1",
      },
      { provider: "lumyri", method: "GET", target: "/nowhere", status: 404, reason: "/nowhere: there is no such path" },
    ]);
    for (let index = 0; index < 1_000; index++) await lumyri("GET", "/nowhere");
    expect(sandbox.requests.length).toBe(1_000);
    expect(sandbox.requests[0]?.target).toBe("/nowhere");
  });

  test("forgets everything when it is reset", async () => {
    await lumyri("POST", "/users/customers", { email: "a@example.com", first_name: "A", last_name: "B" });
    sandbox.clock.set(0);
    await sandbox.reset();
    expect(sandbox.requests).toEqual([]);
    expect(sandbox.clock.now()).toBeGreaterThan(Date.UTC(2020));
    expect((await lumyri("GET", "/users/customers")).body.data.total).toBe(0);
  });

  test("fetches nothing once it is closed", async () => {
    await sandbox.close();
    await expect(sandbox.fetch(sandbox.urls.lumyri)).rejects.toThrow("the sandbox is closed");
  });

  test("shows the time that its clock is set to", () => {
    sandbox.clock.set(new Date(1_000));
    sandbox.clock.advance(500);
    expect(sandbox.clock.now()).toBe(1_500);
    sandbox.clock.reset();
    const before = Date.now();
    sandbox.clock.advance(60_000);
    expect(sandbox.clock.now()).toBeGreaterThanOrEqual(before + 60_000);
  });
});

describe("the code of a sandbox in process", () => {
  test("imports nothing of Node's, and of packages only the signing rules", () => {
    const seen = new Set([entry]);
    const packages = new Set<string>();
    for (const file of seen) {
      for (const [, from = ""] of readFileSync(file, "utf8").matchAll(
        /^(?:import|export|\}) (?!type).*? ?from "([^"]+)";$/gm,
      )) {
        if (from.startsWith(".")) seen.add(join(dirname(file), from));
        else packages.add(from);
      }
    }
    expect(seen.size).toBeGreaterThan(20);
    expect([...packages].filter((name) => !/^@customer-clients\/\w+(\/signing)?$/.test(name))).toEqual([]);
  });

  test("runs where code generation is forbidden", () => {
    const script = `
      const { createSandbox } = await import(${JSON.stringify(entry)});
      const sandbox = await createSandbox();
      const headers = { authorization: "Bearer " + sandbox.credentials.lumyri.accessToken, "x-app-id": sandbox.credentials.lumyri.appId };
      console.log((await sandbox.fetch(sandbox.urls.lumyri + "/users/customers", { headers })).status);`;
    const flags = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", script];
    expect(execFileSync(process.execPath, flags, { encoding: "utf8" })).toBe("200\n");
  });
});
