import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import type { ProviderName, Snapshot } from "@customer-clients/sandbox";
import { createCredentials } from "@customer-clients/sandbox/inspect";
import { type StartedSandbox, startSandbox } from "@customer-clients/sandbox/node";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepare } from "../run/prepare.ts";
import { missingTools } from "../testing/tools.ts";
import { type Call, callsOf } from "./call.ts";
import { sentAt } from "./capture.ts";
import { type Sample, samplesOf } from "./samples.ts";
import { textsOf } from "./texts-of.ts";
import { variableOf } from "./typescript.ts";

const run = promisify(execFile);
const docs = join(import.meta.dirname, "../..");
const specs = join(docs, "../specs");
const providers: readonly ProviderName[] = ["asiabill", "finan", "lumyri", "pingxx"];

interface Case {
  readonly provider: ProviderName;
  readonly name: string;
  readonly call: Call;
  readonly samples: readonly Sample[];
}

const calls = Object.fromEntries(
  providers.map((provider) => [provider, callsOf(provider, readSpec(join(specs, provider, "openapi.yaml")).document)]),
) as Record<ProviderName, Call[]>;
const recipeOf = (provider: string) => readFileSync(join(specs, provider, "sign.sh"), "utf8");
const cases: Case[] = [];
for (const provider of providers) {
  for (const call of calls[provider]) {
    for (const example of call.examples) {
      const name = `${provider} ${call.operationId} ${example.name}`;
      cases.push({ provider, name, call, samples: await samplesOf(call, example, recipeOf(provider)) });
    }
  }
}

/** One whose providers verify every signature, and one that takes requests without the optional one. */
let signing: StartedSandbox;
let plain: StartedSandbox;
let folder: string;
const snapshots = new Map<StartedSandbox, Snapshot>();

beforeAll(async () => {
  folder = mkdtempSync(join(docs, ".samples-"));
  signing = await startSandbox({ credentials: await createCredentials() });
  plain = await startSandbox();
  for (const sandbox of [signing, plain]) {
    for (const provider of providers) await prepare(sandbox, await clientOf(sandbox, provider), calls[provider]);
    snapshots.set(sandbox, await sandbox.snapshot());
  }
});

afterAll(async () => {
  await signing.close();
  await plain.close();
  rmSync(folder, { recursive: true });
});

async function clientOf(sandbox: StartedSandbox, provider: ProviderName): Promise<object> {
  const entry = await import(`@customer-clients/${provider}`);
  const factory = entry[`create${calls[provider][0]?.client}Client`];
  return factory({ ...sandbox.credentials[provider], baseUrl: sandbox.urls[provider], fetch: sandbox.fetch });
}

/** The environment that the samples read the credentials from; keys in PEM are in files too. */
function environmentOf(sandbox: StartedSandbox, provider: ProviderName): Record<string, string> {
  const entries = Object.entries(textsOf(sandbox.credentials[provider])).flatMap(([name, value]) => {
    const variable = variableOf(provider, name);
    if (!value.startsWith("-----BEGIN")) return [[variable, value]];
    const file = join(folder, `${variable}.pem`);
    writeFileSync(file, value);
    return [
      [variable, value],
      [`${variable}_FILE`, file],
    ];
  });
  return { PATH: process.env.PATH ?? "", ...Object.fromEntries(entries) };
}

async function restored(sandbox: StartedSandbox): Promise<StartedSandbox> {
  await sandbox.restore(snapshots.get(sandbox) as Snapshot);
  return sandbox;
}

function expectSuccess(sandbox: StartedSandbox, { provider, call }: Case, count: number): void {
  expect(sandbox.requests.length).toBe(count + 1);
  const request = sandbox.requests.at(-1);
  expect(request?.reason).toBeUndefined();
  expect(request).toMatchObject({ provider, operation: call.operationId });
  expect(String(request?.status)).toMatch(/^2/);
}

const codeOf = ({ samples }: Case, label: string) => samples.find((sample) => sample.label === label)?.code ?? "";

describe("The TypeScript sample", () => {
  test.each(cases)("of $name runs", async (one) => {
    const sandbox = await restored(signing);
    const { provider, call } = one;
    const file = join(folder, `${one.name.replaceAll(" ", "-")}.ts`);
    writeFileSync(file, codeOf(one, "TypeScript"));
    // The sample names the provider's host: what goes there goes to the sandbox.
    const reroute = `const real = fetch; globalThis.fetch = (url, init) => {
      if (!url.startsWith(${JSON.stringify(call.server.url)})) throw new Error("expected the host of the spec");
      return real(${JSON.stringify(sandbox.urls[provider])} + url.slice(${call.server.url.length}), init);
    };`;
    const count = sandbox.requests.length;
    const { stdout } = await run(
      process.execPath,
      ["--import", `data:text/javascript,${encodeURIComponent(reroute)}`, file],
      { env: environmentOf(sandbox, provider) },
    );
    expectSuccess(sandbox, one, count);
    expect(stdout).not.toBe("");
  });

  test("compiles, strictly", async () => {
    for (const one of cases) {
      writeFileSync(join(folder, `${one.name.replaceAll(" ", "-")}.ts`), codeOf(one, "TypeScript"));
    }
    const options = { extends: "../../tsconfig.base.json", include: ["*.ts"] };
    const compilerOptions = {
      noEmit: true,
      types: ["node"],
      skipLibCheck: true,
      lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...options, compilerOptions }));
    const tsc = join(docs, "../node_modules/.bin/tsc");
    const { stdout } = await run(tsc, ["-p", folder]).catch((error: { stdout: string }) => error);
    expect(stdout).toBe("");
  }, 30_000);
});

describe.each([
  ["with every signature", () => signing],
  ["without the optional one", () => plain],
])("The curl sample, %s,", (_, sandboxOf) => {
  test.for(cases)("of $name runs", async (one, { skip }) => {
    const missing = missingTools("bash", "openssl", "curl");
    if (missing !== undefined) skip(missing);
    const sandbox = await restored(sandboxOf());
    const { provider } = one;
    const base = { [variableOf(provider, "baseUrl")]: sandbox.urls[provider] };
    const count = sandbox.requests.length;
    const env = { ...environmentOf(sandbox, provider), ...base };
    const { stdout } = await run("bash", ["-c", codeOf(one, "curl")], { env });
    expectSuccess(sandbox, one, count);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  test.each(providers)("of %s sends to the spec's host unless told otherwise", (provider) => {
    const one = cases.find((one) => one.provider === provider) as Case;
    expect(codeOf(one, "curl")).toContain(`:-${one.call.server.url}}$target`);
  });
});

describe("The HTTP sample", () => {
  test.each(cases)("of $name is answered at its time", async (one) => {
    const sandbox = await restored(plain);
    sandbox.clock.set(sentAt);
    const count = sandbox.requests.length;
    const [head = "", body = ""] = codeOf(one, "HTTP").trimEnd().split("\n\n");
    const { hostname, port } = new URL(sandbox.urls[one.provider]);
    const socket = connect(Number(port), hostname);
    const ends = [`content-length: ${Buffer.byteLength(body)}`, "connection: close", "", ""];
    socket.write([...head.split("\n"), ...ends].join("\r\n") + body);
    const answer = await text(socket);
    sandbox.clock.reset();
    expect(answer).toMatch(/^HTTP\/1\.1 2/);
    expectSuccess(sandbox, one, count);
  });

  test("is the same in two builds", async () => {
    for (const { call, samples } of cases) {
      const [, , again] = await samplesOf(call, call.examples[0], "");
      if (samples[2] && call.examples.length === 1) expect(again).toEqual(samples[2]);
    }
  });
});
