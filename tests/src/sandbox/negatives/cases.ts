// The requests of an operation: valid ones, and ones that break exactly one rule.
import fc, { type Arbitrary } from "fast-check";
import { brokenAddresses } from "./addresses.ts";
import { brokenBodies, nested } from "./bodies.ts";
import type { Broken, Case, Draft } from "./case.ts";
import type { Kind } from "./kinds.ts";
import type { Operation } from "./operations.ts";
import type { ProviderRules } from "./provider.ts";
import { brokenQueries, validQueries } from "./query.ts";
import { validValues } from "./schema.ts";

const mediaTypes = [
  "application/json",
  "application/json; charset=UTF-8",
  "application/json;charset=utf-8",
  "APPLICATION/JSON",
];

/** Requests that are right in everything. */
export function validCases(operation: Operation, rules: ProviderRules): Arbitrary<Case> {
  const once = fc.record({ draft: validDrafts(operation, rules), signing: rules.validSignings });
  const valid = once.map(({ draft, signing }): Case => ({ rule: "none", draft, signing }));
  const { repeatAfter } = rules;
  if (repeatAfter === undefined || operation.method === "DELETE") return valid;
  // The same id again, once it is long enough ago.
  const later = fc.integer({ min: repeatAfter + 1, max: repeatAfter * 2 });
  const again = fc
    .tuple(validDrafts(operation, rules), later)
    .map(([draft, sentBefore]): Case => repeated("none", draft, sentBefore));
  return fc.oneof({ weight: 15, arbitrary: valid }, { weight: 1, arbitrary: again });
}

/**
 * Requests that break one rule, each rule as often as any other.
 *
 * @returns By rule.
 */
export function brokenCases(operation: Operation, rules: ProviderRules): ReadonlyMap<string, Arbitrary<Case>> {
  const drafts = validDrafts(operation, rules);
  const all = [
    ...brokenAddresses(operation, rules, drafts),
    ...brokenSignings(operation, rules, drafts),
    ...brokenIds(operation, rules, drafts),
    ...brokenQueries(operation, rules).map(({ rule, pairs, expected = "invalid" }) => ({
      rule,
      expected: [expected],
      cases: fc.tuple(drafts, pairs).map(([draft, query]) => ({ draft: { ...draft, query } })),
    })),
    ...brokenBodies(operation, rules, drafts),
  ];
  // The same rule of two variants of a schema is one rule.
  const byRule = Map.groupBy(all, ({ rule, expected }) => `${rule} (${expected})`);
  const entries = [...byRule.values()].map((same): [string, Arbitrary<Case>] => {
    const [{ rule, expected }] = same as [Broken, ...Broken[]];
    const cases = fc.oneof(...same.map(({ cases }) => cases));
    return [rule, cases.map((broken): Case => ({ signing: {}, ...broken, rule, expected }))];
  });
  return new Map(entries);
}

function validDrafts(operation: Operation, rules: ProviderRules): Arbitrary<Draft> {
  const { method, path, body } = operation;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => rules.placeholder(name));
  const paths = rules.trailingSlash ? fc.constantFrom(filled, filled, `${filled}/`) : fc.constant(filled);
  const texts = body && bodyTexts(validValues(body, rules.bodies[operation.id]));
  return fc.record({
    method: fc.constant(method),
    path: paths,
    query: validQueries(operation, rules),
    ...(texts && { body: texts }),
    headers: texts ? fc.constantFrom(...mediaTypes).map((type) => ({ "content-type": type })) : fc.constant({}),
  });
}

/** JSON in more than one way to write it, sometimes with a field that nobody knows, which is ignored. */
function bodyTexts(values: Arbitrary<unknown>): Arbitrary<string> {
  // As deep as a body may be: 32 levels with the body itself.
  const deepest = nested(31);
  const anything = fc.oneof({ weight: 9, arbitrary: fc.jsonValue({ maxDepth: 2 }) }, fc.constant(deepest));
  const unknown = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    anything.map((value) => ({ unknown_field: value })),
  );
  const spaces = fc.constantFrom(0, 0, 0, 2);
  return fc
    .tuple(values, unknown, spaces)
    .map(([value, more, space]) => JSON.stringify({ ...(value as object), ...more }, null, space));
}

function brokenSignings(operation: Operation, rules: ProviderRules, drafts: Arbitrary<Draft>): Broken[] {
  const broken = rules.brokenSignings(operation).map(({ rule, signing, expected }) => ({
    rule,
    expected,
    cases: fc.tuple(drafts, signing).map(([draft, own]) => {
      // What is missing from a signature has to be in the request.
      const query = own.over?.query?.length === 0 ? [...draft.query, "more=1"] : draft.query;
      return { draft: { ...draft, query }, signing: own };
    }),
  }));
  const { repeatAfter } = rules;
  if (repeatAfter === undefined) return broken;
  const earlier = fc.oneof(fc.integer({ min: 0, max: repeatAfter }), fc.constantFrom(0, repeatAfter));
  const cases = fc
    .tuple(drafts, earlier)
    .map(([draft, sentBefore]) => repeated("request-id: not repeated", draft, sentBefore));
  return [...broken, { rule: "request-id: not repeated", expected: ["repeated"], cases }];
}

function repeated(rule: string, draft: Draft, sentBefore: number): Case {
  return { rule, draft, signing: { requestId: "again-{unique}" }, sentBefore };
}

function brokenIds({ path }: Operation, rules: ProviderRules, drafts: Arbitrary<Draft>): Broken[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const withId = (ids: Arbitrary<string>, rule: string, expected: Kind): Broken[] =>
    names.map((name) => ({
      rule: `${name}: ${rule}`,
      expected: [expected],
      cases: fc.tuple(drafts, ids).map(([draft, id]) => {
        const written = /^\{\w+\}/.test(id) ? id : encodeURIComponent(id);
        return { draft: { ...draft, path: draft.path.replace(rules.placeholder(name), () => written) } };
      }),
    }));
  return [
    ...withId(rules.unknownIds, "known", "unknown"),
    ...(rules.garbledIds ? withId(rules.garbledIds, "format", "invalid") : []),
  ];
}
