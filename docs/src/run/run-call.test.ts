import { join } from "node:path";
import type { ProviderName } from "@customer-clients/sandbox";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import { beforeEach, describe, expect, test } from "vitest";
import type { Call, CallInput } from "../samples/call.ts";
import { textsOf } from "../samples/texts-of.ts";
import { faultChoices } from "./faults.ts";
import { providerCalls } from "./provider-calls.ts";
import { type Outcome, prepareSession, runCall } from "./run-call.ts";
import { keyNames, openSession, type Session, type TextStore } from "./session.ts";

const specs = join(import.meta.dirname, "../../../specs");
const providers: readonly ProviderName[] = ["asiabill", "finan", "lumyri", "pingxx"];
const known = Object.fromEntries(
  providers.map((provider) => [
    provider,
    providerCalls(provider, readSpec(join(specs, provider, "openapi.yaml")).document),
  ]),
) as Record<ProviderName, ReturnType<typeof providerCalls>>;
const all = providers.flatMap((provider) =>
  known[provider].calls.map((call) => ({ provider, name: `${provider} ${call.operationId}`, call })),
);

function memory(): TextStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (name) => texts.get(name) ?? null,
    setItem: (name, text) => void texts.set(name, text),
    removeItem: (name) => void texts.delete(name),
  };
}

let store: ReturnType<typeof memory>;

beforeEach(() => {
  store = memory();
});

async function factoryOf(provider: ProviderName): Promise<(options: object) => object> {
  const entry = await import(`@customer-clients/${provider}`);
  return entry[`create${known[provider].calls[0]?.client}Client`];
}

async function open(provider: ProviderName): Promise<Session> {
  const session = await openSession(provider, store);
  if (session.isNew) {
    await prepareSession({ session, createClient: await factoryOf(provider), calls: known[provider].calls });
  }
  return session;
}

async function run(
  session: Session,
  call: Call,
  input: CallInput = call.examples[0].input,
  fault = "none",
  isOnce = false,
): Promise<Outcome> {
  const provider = call.provider as ProviderName;
  const choice = faultChoices.find(({ id }) => id === fault);
  if (!choice) throw new Error(`expected a fault, found ${fault}`);
  const { calls } = known[provider];
  const createClient = await factoryOf(provider);
  return runCall({ session, createClient, calls, call, input, choice, isOnce, onAttempt: () => {} });
}

const callOf = (provider: ProviderName, method: string) =>
  known[provider].calls.find((call) => call.method === method) as Call;

describe("A run in the page", () => {
  test.each(all)("of $name succeeds with the spec's example", async ({ provider, call }) => {
    const { attempts, error, value } = await run(await open(provider), call);
    expect(error).toBeUndefined();
    expect(value).toBeDefined();
    expect(attempts).toHaveLength(1);
    expect(String(attempts[0]?.answer?.status)).toMatch(/^2/);
    expect(attempts[0]?.inspection).toMatchObject({ operation: call.operationId, isRight: true });
  });

  test.each(providers)("of %s finds on the next page what was created on the one before", async (provider) => {
    const created = await run(await open(provider), callOf(provider, "customers.create"));
    expect(created.error).toBeUndefined();
    const session = await open(provider);
    const [id = ""] = session.ids("customers");
    const get = callOf(provider, "customers.get");
    const [name = ""] = Object.keys(get.examples[0].input.path);
    const { value, error } = await run(session, get, { path: { [name]: id } });
    expect(error).toBeUndefined();
    expect(JSON.stringify(value)).toContain(id);
  });

  test("offers what was created no more once it is deleted", async () => {
    const session = await open("lumyri");
    await run(session, callOf("lumyri", "customers.create"));
    const [id] = session.ids("customers");
    await run(session, callOf("lumyri", "customers.delete"), { path: {}, body: { customer_ids: [id] } });
    expect(session.ids("customers")).toEqual([]);
  });

  test("starts over", async () => {
    const session = await open("asiabill");
    await run(session, callOf("asiabill", "customers.create"));
    session.reset();
    expect([session.isNew, session.ids("customers"), store.texts.size]).toEqual([true, [], 0]);
  });

  test.each(providers)("of %s keeps no key", async (provider) => {
    const session = await open(provider);
    const typed = textsOf(session.credentials[provider]);
    for (const name of keyNames(provider)) typed[name] += "Typed0";
    session.credentials = { ...session.credentials, [provider]: typed };
    for (const call of known[provider].calls) {
      const { attempts } = await run(session, call);
      expect(attempts[0]?.inspection.isRight).toBe(true);
    }
    const kept = [...store.texts].join();
    expect(kept).not.toBe("");
    for (const text of [
      "Typed0",
      "PRIVATE KEY",
      ...keyNames(provider).map((name) => session.credentials[provider][name as never]),
    ]) {
      expect(kept).not.toContain(text);
    }
  });

  test("goes on without a store, and without what another version left", async () => {
    store.setItem("customer-clients sandbox finan", '{"snapshot":{"version":0},"ids":{}}');
    expect((await run(await open("finan"), callOf("finan", "customers.list"))).value).toMatchObject({ items: [] });
    const session = await openSession("finan", undefined);
    expect((await run(session, callOf("finan", "customers.list"))).error).toBeUndefined();
  });
});

describe("A fault in a run", () => {
  test.each([
    ["rate-limit", "RateLimitError"],
    ["server-error", "ServerError"],
    ["timeout", "TimeoutError"],
    ["reset", "ConnectionError"],
    ["reset-after", "ConnectionError"],
    ["cut-off", "ConnectionError"],
    ["html", "InvalidResponseError"],
    ["wrong-key", "AuthenticationError"],
    ["clock", "ClockSkewError"],
    ["rewritten", "AuthenticationError"],
  ])("%s is the client's %s", async (fault, name) => {
    const { error, attempts } = await run(
      await open("asiabill"),
      callOf("asiabill", "customers.create"),
      undefined,
      fault,
    );
    expect(error?.name).toBe(name);
    // A create is never repeated.
    expect(attempts).toHaveLength(1);
  });

  test.each(providers)("of %s throws for a wrong key, whose signature is seen to be made with it", async (provider) => {
    const session = await open(provider);
    const { error, attempts } = await run(session, callOf(provider, "customers.list"), undefined, "wrong-key");
    expect(error?.name).toBe("AuthenticationError");
    expect(attempts[0]?.inspection.isRight).toBe(true);
  });

  test("of the first attempt alone is got over by a call that may be repeated", async () => {
    const session = await open("finan");
    const { value, attempts } = await run(session, callOf("finan", "customers.list"), undefined, "server-error", true);
    expect(attempts.map(({ answer }) => answer?.status)).toEqual([500, 200]);
    expect(attempts[0]?.retryInMs).toBeGreaterThanOrEqual(0);
    expect(value).toBeDefined();
  });

  test("of a body that a proxy writes anew is told by the sandbox", async () => {
    const { attempts } = await run(await open("finan"), callOf("finan", "customers.create"), undefined, "rewritten");
    expect(decodeURIComponent(attempts[0]?.answer?.headers["x-sandbox-reason"] ?? "")).toContain(
      "signed with the body written compactly",
    );
  });

  test("leaves nothing behind", async () => {
    const session = await open("asiabill");
    await run(session, callOf("asiabill", "customers.create"), undefined, "server-error");
    expect((await run(session, callOf("asiabill", "customers.list"))).error).toBeUndefined();
  });
});
