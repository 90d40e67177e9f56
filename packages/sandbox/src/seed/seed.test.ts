import { beforeEach, describe, expect, test } from "vitest";
import { spec as asiabill } from "../generated/asiabill.ts";
import { spec as finan } from "../generated/finan.ts";
import { spec as lumyri } from "../generated/lumyri.ts";
import { spec as pingxx } from "../generated/pingxx.ts";
import { createSandbox } from "../index.ts";
import { providerNames } from "../options.ts";
import { createRandom } from "../random.ts";
import type { Sandbox } from "../sandbox.ts";
import { checked } from "../testing/checked.ts";
import { senders } from "../testing/send.ts";
import { seedBodies } from "./customers.ts";
import type { SeedOptions } from "./seed.ts";

const specs = { asiabill, finan, lumyri, pingxx };
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = checked(await createSandbox());
});

async function seeded(options: SeedOptions): Promise<unknown> {
  const fresh = await createSandbox();
  await fresh.seed(options);
  return (await fresh.snapshot()).collections;
}

describe("seeded customers", () => {
  test("are as many as wanted, and as the spec says", async () => {
    await sandbox.seed({ count: 12 });
    const send = senders(sandbox);
    const customers = {
      asiabill: (await send.asiabill("GET", "/V2022-03/customers?pageSize=100")).body.data.list,
      finan: (await send.finan("GET", "/api/v1/customers")).body.data,
      lumyri: (await send.lumyri("GET", "/users/customers?limit=100")).body.data.data,
      pingxx: (await send.pingxx("GET", "/v1/customers?limit=100")).body.data,
    };
    for (const name of providerNames) expect(customers[name]).toHaveLength(12);
    expect(customers.asiabill[0].lastName).toMatch(/^\p{Script=Han}+$/u);
    expect(customers.pingxx[0].description).toMatch(/\p{Script=Han}/u);
    expect(
      customers.finan.some(({ general_info }: { general_info: { type: string } }) => general_info.type === "company"),
    ).toBe(true);
    expect(JSON.stringify([customers.finan, customers.lumyri])).toMatch(/Nguyễn|Trần|Phạm|Đặng/);
    expect(sandbox.requests).toHaveLength(4);
    const [{ id }] = customers.lumyri;
    expect((await send.lumyri("GET", `/users/customers/${id}`)).status).toBe(200);
  });

  test.each(providerNames)("of %s are created from bodies that are valid, every one", (name) => {
    const create = specs[name].operations.find(({ id }) => id === "createCustomer");
    const random = createRandom(1);
    for (let count = 0; count < 1_000; count++) {
      const body = seedBodies[name](random);
      expect(create?.validate.body?.(body), JSON.stringify([body, create?.validate.body?.errors])).toBe(true);
    }
  });

  test("are the same for the same seed, ids and times included", async () => {
    expect(await seeded({ seed: 3 })).toEqual(await seeded({ seed: 3 }));
    expect(await seeded({ seed: 3 })).not.toEqual(await seeded({ seed: 4 }));
    expect(await seeded({})).toEqual(await seeded({ count: 10, seed: 1 }));
  });

  test("are the same as those of a smaller count, and some more", async () => {
    const [few, many] = [await seeded({ count: 2 }), await seeded({ count: 5 })] as Record<string, unknown[]>[];
    for (const [name, list] of Object.entries(few ?? {})) expect(many?.[name]?.slice(0, list.length)).toEqual(list);
  });

  test("are put in once, and stay beside those that are there", async () => {
    const { finan: send } = senders(sandbox);
    const general_info = { name: "B", customer_code: "A", phone: "1", phone_code: "+84", type: "personal" };
    await send("POST", "/api/v1/customers", { general_info });
    await sandbox.seed({ count: 3 });
    await sandbox.seed({ count: 4 });
    expect((await send("GET", "/api/v1/customers")).body.data).toHaveLength(5);
    const { collections } = await sandbox.snapshot();
    for (const name of ["asiabill", "lumyri", "pingxx"]) expect(collections[`${name}.customers`]).toHaveLength(4);
  });

  test("are put in for the providers that are named", async () => {
    await sandbox.seed({ providers: ["lumyri"] });
    const { collections } = await sandbox.snapshot();
    expect(collections["lumyri.customers"]).toHaveLength(10);
    expect(collections["finan.customers"]).toHaveLength(0);
  });

  test.each([
    [{ count: -1 }, "count: expected a whole number from 0 to 10000, found -1"],
    [{ count: 10_001 }, "count: expected a whole number from 0 to 10000, found 10001"],
    [{ seed: 0.5 }, "seed: expected a whole number from 0 to 4294967295, found 0.5"],
    [{ providers: "finan" }, 'providers: expected a list, found "finan"'],
    [{ providers: ["stripe"] }, "providers[0]: expected one of asiabill, finan, lumyri, pingxx"],
    [{ amount: 1 }, "amount: there is no such field; expected one of count, seed, providers"],
  ])("are refused for what isn't as expected: %j", async (options, message) => {
    await expect(sandbox.seed(options as SeedOptions)).rejects.toThrow(message);
  });
});
