import { rm } from "node:fs/promises";
import { createAsiaBillClient } from "@customer-clients/asiabill";
import { createFinanClient } from "@customer-clients/finan";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createDatabase } from "../src/testing/postgres-server.ts";
import { type SandboxProcess, startProcess } from "../src/testing/processes.ts";
import { temporaryFolder } from "../src/testing/storages.ts";

const writes = 10_000;
const writers = 8;
/** Errors that say that the sandbox is gone, and those that say that another one was faster. */
const lost = "ConnectionError";
const taken = "ConflictError";

let folder: string;
let processes: readonly [SandboxProcess, SandboxProcess];

beforeAll(async () => {
  folder = await temporaryFolder();
  const database = await createDatabase(inject("postgresUrl"));
  processes = await Promise.all([startProcess(database, folder), startProcess(database, folder)]);
}, 60_000);
afterAll(async () => {
  for (const { kill } of processes) await kill();
  await rm(folder, { recursive: true, force: true });
});

test("two sandboxes on one database keep each customer once, though one is killed", { timeout: 300_000 }, async () => {
  const [, survivor] = processes;
  const asiabill = ({ urls, credentials }: SandboxProcess, requestId?: string) =>
    createAsiaBillClient({
      ...credentials.asiabill,
      baseUrl: urls.asiabill,
      maxRetries: 0,
      ...(requestId !== undefined && { requestId: () => requestId }),
    });
  const finan = ({ urls, credentials }: SandboxProcess) =>
    createFinanClient({ ...credentials.finan, baseUrl: urls.finan, maxRetries: 0 });
  /** By the names of customers that both were asked to create: the ids in their answers, or the errors' names. */
  const answers = { finan: new Map<string, string[]>(), asiabill: new Map<string, string[]>() };
  let sent = 0;
  let killed: Promise<void> | undefined;

  const twice = async (
    provider: "finan" | "asiabill",
    create: (process: SandboxProcess, name: string) => Promise<string>,
  ) => {
    const name = `name${sent}`;
    sent += processes.length;
    if (sent >= writes / 2) killed ??= processes[0].kill();
    const both = processes.map((process) => create(process, name).catch((error: Error) => error.name));
    answers[provider].set(name, await Promise.all(both));
  };
  const createFinan = async (process: SandboxProcess, name: string) => {
    const general_info = {
      customer_code: name,
      name,
      phone: "0901234567",
      phone_code: "+84",
      type: "personal" as const,
    };
    return (await finan(process).customers.create({ general_info })).customer_id;
  };
  const createAsiaBill = async (process: SandboxProcess, name: string) =>
    (await asiabill(process, name).customers.create({ firstName: name })).customerId;
  const write = async () => {
    while (sent < writes) {
      await twice("finan", createFinan);
      await twice("asiabill", createAsiaBill);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  await killed;

  const kept = { finan: new Map<string, string[]>(), asiabill: new Map<string, string[]>() };
  for await (const { customer_id, general_info } of finan(survivor).customers.list()) {
    add(kept.finan, general_info?.customer_code, customer_id);
  }
  for await (const { customerId, firstName } of asiabill(survivor).customers.list({ pageSize: 1_000 })) {
    add(kept.asiabill, firstName, customerId);
  }

  for (const provider of ["finan", "asiabill"] as const) {
    expect(kept[provider].size).toBeGreaterThan(0);
    let conflicts = 0;
    for (const [name, given] of answers[provider]) {
      const ids = kept[provider].get(name) ?? [];
      const created = given.filter((answer) => answer !== lost && answer !== taken);
      const unknown = given.filter((answer) => answer === lost);
      if (given.includes(taken)) conflicts++;
      expect(given.filter((answer) => /Error$/.test(answer) && answer !== lost && answer !== taken)).toEqual([]);
      expect({ name, ids }).toEqual({ name, ids: created.length > 0 || unknown.length === 0 ? created : ids });
      // Created once, by either; or else by the one that was killed, which may have got no further than the request id.
      expect(ids.length).toBeLessThanOrEqual(1);
      expect(ids.length + unknown.length).toBeGreaterThan(0);
    }
    // They did compete.
    expect(conflicts).toBeGreaterThan(writes / 16);
  }
});

function add(map: Map<string, string[]>, name = "", id: string): void {
  map.set(name, [...(map.get(name) ?? []), id]);
}
