import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { signPingxx } from "../../sign.ts";
import type { Kind } from "../kinds.ts";
import type { Operation } from "../operations.ts";
import type { ProviderRules } from "../provider.ts";
import { type Hints, text } from "../schema.ts";
import { aroundSignature, otherThan } from "../signings.ts";

// As short as signs SHA-256 at all: thousands of requests are signed, and nothing is kept secret.
const keyPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 512 });
  return { publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(), privateKey };
};
const merchant = keyPair();
const stranger = keyPair();
const apiKey = "sk_test_CustomerClientsSandbox00";

/** What a sandbox is to be made with. */
export const pingxxCredentials = { apiKey, publicKey: merchant.publicKey };

const errors: Readonly<Record<Kind, readonly [status: number, type: string]>> = {
  address: [404, "invalid_request_error"],
  credentials: [401, "invalid_request_error"],
  permission: [401, "invalid_request_error"],
  signature: [401, "invalid_request_error"],
  time: [401, "invalid_request_error"],
  repeated: [400, "invalid_request_error"],
  invalid: [400, "invalid_request_error"],
  unknown: [404, "invalid_request_error"],
  conflict: [400, "invalid_request_error"],
  declined: [402, "card_error"],
};

const word = fc.stringMatching(/^[A-Za-z0-9]{1,24}$/);
const goodToken = fc
  .oneof(
    word,
    word.map((rest) => `credit${rest}`),
  )
  .map((rest) => `tok_${rest}`)
  .filter((token) => !/^tok_(foreign|declined)/.test(token));
const notToken = fc.oneof(
  word,
  word.map((rest) => `card_${rest}`),
  fc.constantFrom("", "tok", "TOK_1"),
);
const foreignToken = word.map((rest) => `tok_foreign${rest}`);
const declinedToken = word.map((rest) => `tok_declined${rest}`);
const card: Hints = {
  source: {
    valid: goodToken,
    broken: [
      { rule: "a token", values: notToken },
      { rule: "a card that its bank takes", values: declinedToken, expected: "declined" },
    ],
  },
  "sms_code.id": {
    valid: word.map((rest) => `sms_${rest}`),
    broken: [{ rule: "a code's id", values: fc.oneof(word, fc.constantFrom("", "sms", "SMS_1")) }],
  },
  "sms_code.code": {
    valid: text().filter((code) => code !== "000000"),
    broken: [{ rule: "the right code", values: fc.constant("000000"), expected: "declined" }],
  },
};
const metadata: Hints = {
  metadata: {
    valid: fc.oneof(
      fc
        .dictionary(
          fc.stringMatching(/^[A-Za-z_]{1,8}$/),
          fc.oneof(text(0, 30), fc.integer(), fc.jsonValue({ maxDepth: 2 })),
          { maxKeys: 10 },
        )
        .filter((pairs) => charactersOf(pairs) <= 1_000),
      // At most 10 pairs, and 1,000 characters in all.
      fc.constant(Object.fromEntries(Array.from("abcdefghij", (name) => [name, "1"]))),
      fc.constant({ a: "😀".repeat(999) }),
    ),
    broken: [
      { rule: "1,000 characters", values: text(1_001, 1_010).map((long) => ({ "": long })) },
      { rule: "1,000 characters with the names", values: text(991, 1_000).map((long) => ({ tencharact: long })) },
    ],
  },
};
const cursors = ["starting_after", "ending_before"];

export const pingxx: ProviderRules = {
  name: "pingxx",
  secrets: [apiKey],
  bodies: {
    createCustomer: {
      ...card,
      ...metadata,
      source: {
        valid: goodToken,
        broken: [
          ...(card.source?.broken ?? []),
          { rule: "a card of this country", values: foreignToken, expected: "declined" },
        ],
      },
    },
    updateCustomer: {
      ...metadata,
      default_source: {
        valid: fc.constant("{card}"),
        broken: [{ rule: "bound", values: fc.oneof(fc.constantFrom("{otherCard}", "{customer}"), text()) }],
      },
    },
    createCustomerSource: { ...card, source: { ...card.source, valid: fc.oneof(goodToken, foreignToken) } },
  },
  queryValues: Object.fromEntries(cursors.map((name) => [name, (operation) => fc.constant(cursorOf(operation))])),
  exclusive: [cursors],
  brokenQueries: (operation) =>
    operation.parameters.some(({ name }) => name === cursors[0])
      ? [
          ...cursors.map((name) => ({
            rule: `${name}: known`,
            pairs: otherThan(text()).map((id) => [`${name}=${encodeURIComponent(id)}`]),
          })),
          { rule: "one cursor", pairs: fc.constant(cursors.map((name) => `${name}=${cursorOf(operation)}`)) },
        ]
      : [],
  unknownIds: otherThan(
    fc.oneof(
      word.map((rest) => `cus_${rest}`),
      text(1),
      fc.constant("{otherCard}"),
    ),
  ),
  placeholder: (parameter) => (parameter === "cardId" ? "{card}" : "{customer}"),
  trailingSlash: true,
  anyContentType: true,
  // However old: no tolerance is documented. As the user name of Basic, or as Bearer.
  validSignings: fc.record({
    offset: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((seconds) => seconds * 1_000),
    headers: fc.constantFrom({}, { authorization: `Bearer ${apiKey}` }),
  }),
  brokenSignings: (operation) => [
    {
      rule: "authorization: the merchant's key",
      signing: fc.record({
        headers: fc.record({
          authorization: fc.oneof(
            fc.stringMatching(/^sk_test_[A-Za-z0-9]{24}$/).map((key) => `Basic ${btoa(`${key}:`)}`),
            fc.constantFrom(null, "", "Basic", "Basic *", apiKey, `Digest ${apiKey}`, `Bearer ${apiKey}x`),
            fc.constantFrom(`Basic ${btoa(`:${apiKey}`)}`, `Basic ${apiKey}`, `Bearer ${btoa(`${apiKey}:`)}`),
          ),
        }),
      }),
      expected: ["credentials"],
    },
    ...aroundSignature(operation, "pingplusplus-signature", { signsMethod: false }),
    {
      rule: "signature: of another time",
      signing: fc.record({
        headers: fc.record({ "pingplusplus-request-timestamp": fc.constantFrom("{later}", null) }),
      }),
      expected: ["signature"],
    },
    {
      rule: "pingplusplus-request-timestamp: needed with a signature",
      signing: fc.constant({ time: "", headers: { "pingplusplus-request-timestamp": null } }),
      expected: ["signature", "invalid"],
    },
    {
      rule: "pingplusplus-request-timestamp: pattern",
      signing: fc.record({ time: fc.stringMatching(/^[0-9]{0,10}[A-Za-z.:-][A-Za-z0-9]{0,3}$/) }),
      expected: ["invalid"],
    },
  ],
  sign(request, { offset = 0, time, otherKey }) {
    const { privateKey } = otherKey ? stranger : merchant;
    const authorization = `Basic ${btoa(`${apiKey}:`)}`;
    return {
      authorization,
      ...signPingxx(request, privateKey, time ?? String(Math.floor((request.now + offset) / 1_000))),
    };
  },
  async prepare(send) {
    const body = { app: "app_1", source: "tok_1", sms_code: { id: "sms_1", code: "123456" } };
    const other = await send("createCustomer", body);
    const customer = await send("createCustomer", body);
    return { customer: customer.id, card: customer.default_source, otherCard: other.default_source };
  },
  isRefusal(kind, status, body) {
    const [expectedStatus, type] = errors[kind];
    return status === expectedStatus && errorOf(body)?.type === type;
  },
  isSuccess: (status, body) => status === 200 && errorOf(body) === undefined,
};

/** An id that is in the operation's list. */
function cursorOf({ id }: Operation): string {
  return id === "listCustomers" ? "{customer}" : "{card}";
}

function errorOf(body: unknown): { readonly type?: string } | undefined {
  return (body as { readonly error?: { readonly type?: string } } | null)?.error;
}

/** Names and values, a value that isn't a text as JSON. */
function charactersOf(pairs: Readonly<Record<string, unknown>>): number {
  const texts = Object.entries(pairs).flatMap(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  return [...texts.join("")].length;
}
