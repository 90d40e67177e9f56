// Bodies that break exactly one rule: of their schema, or of being JSON at all.
import fc, { type Arbitrary } from "fast-check";
import type { Broken, Draft } from "./case.ts";
import type { Kind } from "./kinds.ts";
import type { Operation } from "./operations.ts";
import type { ProviderRules } from "./provider.ts";
import { brokenValues, text, validValues } from "./schema.ts";

type Body = string | Uint8Array<ArrayBuffer>;

const json = { "content-type": "application/json" };
const otherMediaTypes = [
  "text/plain",
  "text/json",
  "application/jsonx",
  "application/xml",
  "application/x-www-form-urlencoded",
];

/** What makes an object's JSON no JSON any more. */
const garbles: readonly ((whole: string) => string)[] = [
  (whole) => `${whole}}`,
  (whole) => `${whole},`,
  (whole) => `\uFEFF${whole}`,
  ...["{,", "{'a':1,", '{"a":NaN,', '{"a":01,', "{\u0000", "{/**/"].map(
    (by) => (whole: string) => whole.replace("{", () => by),
  ),
];

/**
 * Requests whose body breaks one rule.
 *
 * @param drafts Valid requests of the operation.
 */
export function brokenBodies({ id, body }: Operation, rules: ProviderRules, drafts: Arbitrary<Draft>): Broken[] {
  if (!body) return [];
  const valid = validValues(body, rules.bodies[id]) as Arbitrary<object>;
  const texts = valid.map((value) => JSON.stringify(value));
  const written = (rule: string, bodies: Arbitrary<Body>, ...expected: readonly Kind[]): Broken => ({
    rule: `body: ${rule}`,
    expected: expected.length > 0 ? expected : ["invalid"],
    cases: fc.tuple(drafts, bodies).map(([draft, own]) => ({ draft: { ...draft, body: own, headers: json } })),
  });
  const cutOff = fc.tuple(texts, fc.nat()).map(([whole, at]) => whole.slice(0, 1 + (at % (whole.length - 1))));
  const garbled = fc.tuple(texts, fc.constantFrom(...garbles)).map(([whole, garble]) => garble(whole));
  const levels = fc.oneof(fc.constant(32), fc.integer({ min: 32, max: 200 }));
  const deep = fc.tuple(valid, levels).map(([value, count]) => ({ ...value, unknown_field: nested(count) }));
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((own) => new Uint8Array(own));
  const texty = text(1, 40).filter((own) => isNoObject(Buffer.from(own)));
  return [
    ...brokenValues(body, rules.bodies[id]).map(({ rule, values, expected = "invalid" }) => {
      const bodies = values.map((value) => JSON.stringify(value));
      return written(rule, bodies, expected);
    }),
    written("required", fc.constant("")),
    written("JSON, cut off", cutOff),
    written("JSON, garbled", garbled),
    written(
      "at most 32 levels",
      deep.map((value) => JSON.stringify(value)),
    ),
    // What isn't UTF-8 isn't a text, and so has no right signature either.
    written("random bytes", bytes.filter(isNoObject), "invalid", "signature"),
    written("random text", texty),
    ...(rules.anyContentType ? [] : [otherContentType(drafts)]),
  ];
}

function otherContentType(drafts: Arbitrary<Draft>): Broken {
  const headers = fc.constantFrom({}, ...otherMediaTypes.map((type) => ({ "content-type": type })));
  return {
    rule: "content-type: JSON",
    expected: ["invalid"],
    cases: fc.tuple(drafts, headers).map(([draft, own]) => ({ draft: { ...draft, headers: own } })),
  };
}

/** A list in a list, so many of them. */
export function nested(levels: number): unknown {
  return JSON.parse("[".repeat(levels) + "]".repeat(levels));
}

/** A random text can be JSON, but hardly an object. */
function isNoObject(bytes: Uint8Array): boolean {
  const own = new TextDecoder().decode(bytes).trim();
  return !(own.startsWith("{") && own.endsWith("}"));
}
