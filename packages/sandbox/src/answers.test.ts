import { describe, expect, test } from "vitest";
import { answer } from "./answer.ts";
import { createAsiaBill } from "./asiabill/asiabill.ts";
import { createClock } from "./clock.ts";
import { createFinan } from "./finan/finan.ts";
import { randomIds } from "./ids.ts";
import { createSandbox } from "./index.ts";
import { createLumyri } from "./lumyri/lumyri.ts";
import { defaultCredentials, type ProviderName, providerNames } from "./options.ts";
import { createPingxx } from "./pingxx/pingxx.ts";
import type { Provider } from "./provider.ts";
import { Refusal, type RefusalKind } from "./refusal.ts";
import { memoryStorage } from "./storage/memory.ts";
import { checked, validatorOf } from "./testing/checked.ts";
import { senders } from "./testing/send.ts";

const shared = { clock: createClock(), ids: randomIds, storage: memoryStorage() };
const providers: Readonly<Record<ProviderName, Provider>> = {
  asiabill: createAsiaBill({ ...shared, credentials: defaultCredentials.asiabill }),
  finan: createFinan({ ...shared, credentials: defaultCredentials.finan }),
  lumyri: createLumyri({ ...shared, credentials: defaultCredentials.lumyri }),
  pingxx: createPingxx({ ...shared, credentials: defaultCredentials.pingxx }),
};
const kinds: Readonly<Record<RefusalKind, true>> = {
  address: true,
  credentials: true,
  permission: true,
  signature: true,
  time: true,
  repeated: true,
  invalid: true,
  unknown: true,
  conflict: true,
  declined: true,
  fault: true,
};
const general_info = { name: "B", customer_code: "A", phone: "1", phone_code: "+84", type: "personal" };
const contact = { email: "a@example.com", first_name: "A", last_name: "B" };
const card = { source: "tok_1", sms_code: { id: "sms_1", code: "123456" } };

describe.each(providerNames)("answers of %s", (name) => {
  const provider = providers[name];

  test.each(Object.keys(kinds) as RefusalKind[])(
    "are valid for every operation when a request is refused: %s",
    (kind) => {
      const { status, body } = provider.refuse(new Refusal(kind, "field.name: text", { field: "field.name" }));
      for (const operation of [undefined, ...provider.spec.operations]) {
        expect(validatorOf(name, operation?.id, status)?.(body), `${operation?.id} ${status}`).toBe(true);
      }
    },
  );

  test("are the provider's error when the sandbox itself fails", async () => {
    const fail = async () => {
      throw new Error("out of order");
    };
    const handlers = Object.fromEntries(provider.spec.operations.map(({ id }) => [id, fail]));
    for (const { id, method, segments, query } of provider.spec.operations) {
      const target = `${provider.spec.basePath}/${segments.join("/").replace(/\{\w+\}/g, "x")}`;
      const sent = await answer({ ...provider, handlers, authenticate: fail }, shared.storage, [], {
        method,
        target: query.length > 0 ? `${target}?` : target,
        headers: new Headers(),
        body: new Uint8Array(),
      });
      expect(sent.reason).toBe("the sandbox failed: Error: out of order");
      expect(validatorOf(name, id, sent.status)?.(JSON.parse(sent.text))).toBe(true);
    }
  });
});

test("every operation's success is valid", async () => {
  const sandbox = checked(await createSandbox());
  const { asiabill, finan, lumyri, pingxx } = senders(sandbox);

  const { customerId } = (await asiabill("POST", "/V2022-03/customers", {})).body.data;
  await asiabill("GET", "/V2022-03/customers");
  await asiabill("GET", `/V2022-03/customers/${customerId}`);
  await asiabill("DELETE", `/V2022-03/customers/${customerId}`);

  const { customer_id } = (await finan("POST", "/api/v1/customers", { general_info })).body.data;
  await finan("GET", "/api/v1/customers");
  await finan("GET", `/api/v1/customers/${customer_id}`);
  await finan("PUT", `/api/v1/customers/${customer_id}`, { general_info });
  await finan("DELETE", `/api/v1/customers/${customer_id}`);

  const { id } = (await lumyri("POST", "/users/customers", contact)).body.data;
  await lumyri("GET", "/users/customers");
  await lumyri("GET", `/users/customers/${id}`);
  await lumyri("PUT", `/users/customers/${id}`, contact);
  await lumyri("DELETE", "/users/customers", { customer_ids: [id] });

  const customer = `/v1/customers/${(await pingxx("POST", "/v1/customers", { app: "app_1", ...card })).body.id}`;
  await pingxx("GET", "/v1/customers");
  await pingxx("GET", `${customer}?expand[]=app&expand[]=default_source`);
  await pingxx("PUT", customer, {});
  const source = `${customer}/sources/${(await pingxx("POST", `${customer}/sources`, card)).body.id}`;
  await pingxx("GET", `${customer}/sources`);
  await pingxx("GET", source);
  await pingxx("DELETE", source);
  await pingxx("DELETE", customer);

  const answered = sandbox.requests.map(({ provider, operation }) => `${provider} ${operation}`);
  const all = providerNames.flatMap((name) => providers[name].spec.operations.map(({ id }) => `${name} ${id}`));
  expect(sandbox.requests.filter(({ reason }) => reason !== undefined)).toEqual([]);
  expect(answered.toSorted()).toEqual(all.toSorted());
});

test.each([
  ["asiabill", "createCustomer", 200, { code: "00000", message: "success", data: null }],
  ["asiabill", "deleteCustomer", 200, { code: "00000", message: "success", data: {} }],
  [
    "finan",
    "getCustomer",
    200,
    { code: 102000, message: { content: "" }, request_id: "1", data: { customer_id: "1" } },
  ],
  ["lumyri", "createCustomer", 201, { error: null, data: contact }],
  ["pingxx", "deleteCustomer", 200, { deleted: "yes", id: "cus_1" }],
  ["pingxx", undefined, 404, { error: { type: "odd", message: "" } }],
] as const)("an answer that isn't valid is noticed: %s %s %i", (name, operation, status, body) => {
  expect(validatorOf(name, operation, status)?.(body)).toBe(false);
});

test("a status that the spec doesn't have is noticed", () => {
  expect(validatorOf("lumyri", "getCustomer", 418)).toBeUndefined();
  expect(validatorOf("pingxx", "getCustomer", 599)).toBeDefined();
});
