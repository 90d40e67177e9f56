import fc from "fast-check";
import { signAsiaBill } from "../../sign.ts";
import type { Kind } from "../kinds.ts";
import type { ProviderRules } from "../provider.ts";
import { text } from "../schema.ts";
import { aroundSignature, otherThan, outside } from "../signings.ts";

const credentials = { gatewayNo: "10000001", signKey: "asiabill-sandbox-sign-key" };
const tolerance = 10 * 60_000;
const codes: Readonly<Record<Kind, string>> = {
  address: "L0002",
  credentials: "L0001",
  permission: "L0001",
  signature: "L0005",
  time: "L0003",
  repeated: "L0004",
  invalid: "P0002",
  unknown: "P0001",
  conflict: "P0001",
  declined: "P0001",
};

export const asiabill: ProviderRules = {
  name: "asiabill",
  secrets: [credentials.signKey],
  bodies: {},
  queryValues: {},
  exclusive: [],
  brokenQueries: () => [],
  unknownIds: otherThan(text(1)),
  placeholder: () => "{customer}",
  validSignings: fc.record({
    offset: fc.oneof(fc.integer({ min: -tolerance, max: tolerance }), fc.constantFrom(-tolerance, tolerance)),
  }),
  brokenSignings: (operation) => [
    {
      rule: "gateway-no: the merchant's",
      signing: fc.record({
        headers: fc.record({
          "gateway-no": fc.oneof(fc.stringMatching(/^[0-9]{8}$/), fc.constantFrom(null, "", "1000000", "100000011")),
        }),
      }),
      expected: ["credentials"],
    },
    {
      rule: "request-time: at most 10 minutes off",
      signing: fc.record({ offset: outside(tolerance, 1) }),
      expected: ["time"],
    },
    {
      rule: "request-time: required",
      signing: fc.constant({ time: "", headers: { "request-time": null } }),
      expected: ["invalid"],
    },
    {
      rule: "request-time: pattern",
      signing: fc.record({ time: fc.stringMatching(/^[0-9]{0,12}[A-Za-z.:-][A-Za-z0-9]{0,3}$/) }),
      expected: ["invalid"],
    },
    {
      rule: "request-id: required",
      signing: fc.constant({ requestId: "", headers: { "request-id": null } }),
      expected: ["invalid"],
    },
    {
      rule: "request-id: pattern",
      signing: fc.record({ requestId: fc.stringMatching(/^\{unique\}[a-z]{0,9}[!_.~/ ][a-z]$/) }),
      expected: ["invalid"],
    },
    {
      rule: "request-id: maxLength",
      signing: fc.record({
        requestId: fc.integer({ min: 65, max: 80 }).map((length) => `{unique}${"a".repeat(length)}`),
      }),
      expected: ["invalid"],
    },
    ...aroundSignature(operation, "sign-info", { signsMethod: false }),
    {
      rule: "signature: of another request id",
      signing: fc.record({ headers: fc.record({ "request-id": fc.stringMatching(/^other-[a-z]{1,9}$/) }) }),
      expected: ["signature"],
    },
    {
      rule: "signature: of another time",
      signing: fc.record({ headers: fc.record({ "request-time": fc.constant("{later}") }) }),
      expected: ["signature"],
    },
  ],
  repeatAfter: 30 * 60_000,
  sign(request, { offset = 0, time, requestId, otherKey }) {
    const id = (requestId ?? "request-{unique}").replace("{unique}", String(request.count));
    const key = otherKey ? { ...credentials, signKey: `${credentials.signKey}x` } : credentials;
    return signAsiaBill(request, key, id, time ?? String(request.now + offset));
  },
  async prepare(send) {
    const { data } = await send("createCustomer", { email: "ann@example.com" });
    return { customer: data.customerId };
  },
  isRefusal: (kind, status, body) =>
    status === 200 && isAnswer(body) && body.code === codes[kind] && body.data === null,
  isSuccess: (status, body) => status === 200 && isAnswer(body) && body.code === "00000",
};

function isAnswer(body: unknown): body is { code: string; data: unknown } {
  return typeof body === "object" && body !== null && "code" in body && "data" in body;
}
