import fc from "fast-check";
import { signFinan } from "../../sign.ts";
import type { Kind } from "../kinds.ts";
import type { ProviderRules } from "../provider.ts";
import { type Hints, text } from "../schema.ts";
import { aroundSignature, outside } from "../signings.ts";

const credentials = { clientId: "finan-sandbox-client", secret: "finan-sandbox-secret" };
const second = 1_000;
const tolerance = 30 * second;
const codes: Readonly<Record<Kind, readonly [status: number, code: number]>> = {
  address: [404, 104004],
  credentials: [401, 104001],
  permission: [403, 104003],
  signature: [401, 104001],
  time: [401, 104001],
  repeated: [409, 104009],
  invalid: [400, 104000],
  unknown: [404, 104004],
  conflict: [409, 104009],
  declined: [400, 104000],
};
const customer: Hints = {
  "general_info.customer_code": {
    valid: text().map((code) => `{unique}${code}`),
    broken: [{ rule: "unique", values: fc.constant("{taken}"), expected: "conflict" }],
  },
};
const general_info = { name: "Nguyen Van B", phone: "0933456789", phone_code: "+84", type: "personal" };

export const finan: ProviderRules = {
  name: "finan",
  secrets: [credentials.secret],
  bodies: { createCustomer: customer, updateCustomer: customer },
  queryValues: {},
  exclusive: [],
  brokenQueries: () => [],
  unknownIds: fc.uuid(),
  garbledIds: fc.oneof(
    fc.stringMatching(/^[a-z0-9_~]{1,20}$/),
    fc.uuid().map((id) => id.slice(1)),
    fc.uuid().map((id) => id.replaceAll("-", "")),
    fc.constant("{customer}0"),
  ),
  placeholder: () => "{customer}",
  validSignings: fc.record({ offset: fc.integer({ min: -30, max: 30 }).map((seconds) => seconds * second) }),
  brokenSignings: (operation) => [
    {
      rule: "x-client-id: the client's",
      signing: fc.record({
        headers: fc.record({
          "x-client-id": fc.oneof(fc.stringMatching(/^[a-z]{1,9}$/), fc.constantFrom(null, "", "finan-sandbox-clien")),
        }),
      }),
      expected: ["credentials"],
    },
    {
      rule: "x-timestamp: at most 30 seconds off",
      signing: fc.record({ offset: outside(tolerance, second) }),
      expected: ["time"],
    },
    {
      rule: "x-timestamp: required",
      signing: fc.constant({ time: "", headers: { "x-timestamp": null } }),
      expected: ["invalid"],
    },
    {
      rule: "x-timestamp: pattern",
      signing: fc.record({ time: fc.stringMatching(/^[0-9]{0,10}[A-Za-z.:-][A-Za-z0-9]{0,3}$/) }),
      expected: ["invalid"],
    },
    ...aroundSignature(operation, "x-signature", { signsMethod: true }),
    {
      rule: "signature: of another time",
      signing: fc.record({ headers: fc.record({ "x-timestamp": fc.constant("{later}") }) }),
      expected: ["signature"],
    },
  ],
  sign(request, { offset = 0, time, otherKey }) {
    const key = otherKey ? { ...credentials, secret: `${credentials.secret}x` } : credentials;
    return signFinan(request, key, time ?? String(Math.floor(request.now / second) + offset / second));
  },
  async prepare(send) {
    await send("createCustomer", { general_info: { ...general_info, customer_code: "TAKEN" } });
    const { data } = await send("createCustomer", { general_info: { ...general_info, customer_code: "CUST" } });
    return { customer: data.customer_id, taken: "TAKEN" };
  },
  isRefusal(kind, status, body) {
    const [expectedStatus, code] = codes[kind];
    return status === expectedStatus && isAnswer(body) && body.code === code && body.data === null;
  },
  isSuccess: (status, body) => status === 200 && isAnswer(body) && /^..2/.test(String(body.code)),
};

function isAnswer(body: unknown): body is { code: number; data: unknown } {
  return typeof body === "object" && body !== null && "code" in body && "data" in body;
}
