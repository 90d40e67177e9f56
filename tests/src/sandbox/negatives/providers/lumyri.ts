import fc from "fast-check";
import type { Kind } from "../kinds.ts";
import type { ProviderRules } from "../provider.ts";
import { text } from "../schema.ts";
import { otherThan } from "../signings.ts";

const credentials = { accessToken: "lumyri-sandbox-access-token", appId: "5a9d8b0e-0c1f-4e4b-9f57-2f1a6c3d7e80" };
const statuses: Readonly<Record<Kind, number>> = {
  address: 404,
  credentials: 401,
  permission: 403,
  signature: 401,
  time: 401,
  repeated: 409,
  invalid: 400,
  unknown: 404,
  conflict: 409,
  declined: 402,
};
const notTheToken = fc.oneof(
  fc.stringMatching(/^[a-z-]{1,20}$/).map((token) => `Bearer ${token}`),
  fc.constantFrom(null, "", "Bearer", "Bearer ", credentials.accessToken, `Digest ${credentials.accessToken}`),
  fc.constantFrom(`Bearer ${credentials.accessToken}x`, `Bearer ${credentials.accessToken.slice(1)}`, "Basic *"),
  fc.constant(`Basic ${btoa(`:${credentials.accessToken}`)}`),
);

export const lumyri: ProviderRules = {
  name: "lumyri",
  secrets: [credentials.accessToken],
  bodies: {
    deleteCustomers: {
      customer_ids: {
        // The same customer may be named twice.
        valid: fc.array(fc.constantFrom("{customer}", "{other}"), { minLength: 1, maxLength: 4 }),
        broken: [
          {
            rule: "known",
            values: fc
              .tuple(text(), fc.boolean())
              .map(([id, first]) => (first ? [id, "{customer}"] : ["{customer}", id])),
            expected: "unknown",
          },
        ],
      },
      "customer_ids.*": { valid: fc.constantFrom("{customer}", "{other}") },
    },
  },
  queryValues: {},
  exclusive: [],
  brokenQueries: () => [],
  unknownIds: otherThan(fc.oneof(fc.uuid(), text(1))),
  placeholder: () => "{customer}",
  validSignings: fc.record({
    headers: fc.oneof(
      fc.constant({}),
      // One sentence of the documentation names Basic.
      fc
        .stringMatching(/^[a-z]{0,5}$/)
        .map((password) => ({ authorization: `Basic ${btoa(`${credentials.accessToken}:${password}`)}` })),
    ),
  }),
  brokenSignings: (operation) => [
    {
      rule: "authorization: the caller's token",
      signing: fc.record({ headers: fc.record({ authorization: notTheToken }) }),
      expected: ["credentials"],
    },
    {
      rule: "x-app-id: the caller's application",
      signing: fc.record({
        headers: fc.record({ "x-app-id": fc.oneof(fc.uuid(), fc.constant(credentials.appId.slice(1))) }),
      }),
      expected: ["permission"],
    },
    ...(takesAppId(operation)
      ? [
          {
            rule: "x-app-id: required",
            signing: fc.constant({ headers: { "x-app-id": null } }),
            expected: ["invalid"] as const,
          },
        ]
      : []),
  ],
  sign: (_, __, operation) => ({
    authorization: `Bearer ${credentials.accessToken}`,
    ...(takesAppId(operation) && { "x-app-id": credentials.appId }),
  }),
  async prepare(send) {
    const body = { email: "ann@example.com", first_name: "Ann", last_name: "Other" };
    const [{ data: customer }, { data: other }] = [
      await send("createCustomer", body),
      await send("createCustomer", body),
    ];
    return { customer: customer.id, other: other.id };
  },
  isRefusal: (kind, status, body) =>
    status === statuses[kind] && typeof errorOf(body) === "string" && errorOf(body) !== "",
  isSuccess: (status, body) => (status === 200 || status === 201) && (errorOf(body) ?? null) === null,
};

function takesAppId({ parameters }: { readonly parameters: readonly { readonly name: string }[] }): boolean {
  return parameters.some(({ name }) => name === "x-app-id");
}

function errorOf(body: unknown): unknown {
  return (body as { readonly error?: unknown } | null)?.error;
}
