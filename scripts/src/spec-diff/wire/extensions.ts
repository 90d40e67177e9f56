import { childPointer, isObject, type JsonObject } from "../../spec/pointer.ts";
import type { OperationUse } from "../finding.ts";
import { directionOf, type Matched, type Operation, useOf } from "./operations.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import { isEqual, listOf, type Side } from "./schema/node.ts";
import { schemesOf } from "./security.ts";
import { show } from "./words.ts";

/**
 * Compares what `x-client` says of the wire: how an answer is read, which errors there are, how a request is signed.
 * Where a method stands on the client is nothing that is sent.
 */
export function compareExtensions(findings: Findings, base: Side, revision: Side, { both }: Matched): void {
  const operations = both.map(([, is]) => is).filter(({ isReceived }) => !isReceived);
  const answers = operations.map((operation) => useOf(operation, "answer"));
  const was = clientOf(base.document);
  const is = clientOf(revision.document);
  if (was.value && is.value) {
    compareEnvelope(findings, was.value, is.value, answers);
    compareErrors(findings, was.value, is.value, answers);
  }
  compareSchemes(findings, base, revision, operations);
  for (const [one, other] of both) comparePage(findings, one, other);
}

function clientOf(value: JsonObject): { value?: JsonObject } {
  return isObject(value["x-client"]) ? { value: value["x-client"] } : {};
}

/** Parts of the envelope that decide what is a success and what its value is; the others only fill an error's fields. */
const DECISIVE: ReadonlySet<string> = new Set(["success", "value", "code", "error"]);

function compareEnvelope(findings: Findings, was: JsonObject, is: JsonObject, answers: readonly OperationUse[]): void {
  const [before, after] = [was, is].map(({ envelope }) => (isObject(envelope) ? envelope : {})) as [
    JsonObject,
    JsonObject,
  ];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (isEqual(withoutSource(before[key]), withoutSource(after[key]))) continue;
    const pointer = childPointer("/x-client/envelope", key);
    findings.add({
      rule: key === "success" ? "success-rule-changed" : "envelope-changed",
      detail: "",
      ...(key in before && { basePointer: pointer }),
      ...(key in after && { revisionPointer: pointer }),
      operations: answers,
      ...(DECISIVE.has(key) && { broken: answers }),
      kind: "additive",
      words: ({ text, isMany }) =>
        `${text} ${isMany ? "read" : "reads"} an answer's ${key} in another way (${show(before[key])} → ${show(after[key])})`,
    });
  }
}

function withoutSource(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { "x-source": _, ...rest } = value;
  return rest;
}

/** Which code is which error: whoever catches one class gets another. `ApiError` is the class of all of them. */
function compareErrors(findings: Findings, was: JsonObject, is: JsonObject, answers: readonly OperationUse[]): void {
  const rules = (client: JsonObject) =>
    new Map(
      listOf(client.errors).flatMap((rule, index) => {
        if (!isObject(rule)) return [];
        const { kind, "x-source": _, ...match } = rule;
        return [[JSON.stringify(match), { kind, pointer: `/x-client/errors/${index}` }] as const];
      }),
    );
  const before = rules(was);
  const after = rules(is);
  for (const match of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(match), after.get(match)];
    if (one?.kind === other?.kind) continue;
    const breaks = one !== undefined && one.kind !== "ApiError";
    findings.add({
      rule: "error-class-changed",
      detail: match,
      ...(one && { basePointer: one.pointer }),
      ...(other && { revisionPointer: other.pointer }),
      operations: answers,
      ...(breaks && { broken: answers }),
      kind: "additive",
      words: ({ text, isMany }) =>
        `${text} ${isMany ? "throw" : "throws"} ${other ? show(other.kind) : "no class of its own"} for ${match}; it was ${one ? show(one.kind) : "none"}`,
    });
  }
  const order = (map: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...map.keys()].filter((key) => other.has(key));
  if (isEqual(order(before, after), order(after, before))) return;
  findings.add({
    rule: "error-order-changed",
    basePointer: "/x-client/errors",
    revisionPointer: "/x-client/errors",
    operations: answers,
    broken: answers,
    kind: "additive",
    words: ({ text }) => `${text}: the rules for errors stand in another order, and the first that matches counts`,
  });
}

/** Schemes that keep their name: what they are made of, and how they sign. */
function compareSchemes(findings: Findings, base: Side, revision: Side, operations: readonly Operation[]): void {
  const before = schemesOf(base);
  const after = schemesOf(revision);
  for (const [name, was] of before) {
    const is = after.get(name);
    const uses = operations
      .filter((operation) => usesScheme(operation, name))
      .map((operation) => useOf(operation, "request"));
    if (!is) {
      findings.add({
        rule: "security-scheme-removed",
        basePointer: was.pointer,
        operations: uses,
        kind: "documentation",
        words: () => `the security scheme \`${name}\` is gone`,
      });
      continue;
    }
    compareRest(
      findings,
      was,
      is,
      new Set(["type", "in", "name", "scheme", "x-client"]),
      uses,
      `security scheme ${name}`,
    );
    compareSigning(
      findings,
      clientOf(was.value).value ?? {},
      clientOf(is.value).value ?? {},
      childPointer(is.pointer, "x-client"),
      name,
      uses,
    );
  }
  for (const [name, { pointer }] of after) {
    if (before.has(name)) continue;
    findings.add({
      rule: "security-scheme-added",
      revisionPointer: pointer,
      operations: [],
      kind: "documentation",
      words: () => `the security scheme \`${name}\` is new`,
    });
  }
}

function usesScheme({ node }: Operation, name: string): boolean {
  const requirement = Object.hasOwn(node.value, "security") ? node.value.security : node.side.document.security;
  return listOf(requirement).some((alternative) => isObject(alternative) && Object.hasOwn(alternative, name));
}

/** Nobody can tell from the words alone whether the rule is another now: if it is, every request is refused. */
function compareSigning(
  findings: Findings,
  was: JsonObject,
  is: JsonObject,
  pointer: string,
  name: string,
  uses: readonly OperationUse[],
): void {
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (key === "x-source" || isEqual(was[key], is[key])) continue;
    const place = childPointer(pointer, key);
    const isWider = key === "clockToleranceSeconds" && (was[key] === undefined || Number(is[key]) > Number(was[key]));
    findings.add({
      rule: key === "clockToleranceSeconds" ? "clock-tolerance-changed" : "signing-changed",
      ...(key in was && { basePointer: place }),
      ...(key in is && { revisionPointer: place }),
      operations: uses,
      ...(!isWider && { broken: uses }),
      kind: "additive",
      words: ({ text, isMany }) =>
        isWider
          ? `${text} ${isMany ? "take" : "takes"} a clock that is off by ${show(is[key])} seconds`
          : `${text} ${isMany ? "are" : "is"} signed in another way, if \`${key}\` of \`${name}\` means something else now`,
    });
  }
}

function comparePage(findings: Findings, base: Operation, revision: Operation): void {
  const [was, is] = [base, revision].map(({ node }) => clientOf(node.value).value ?? {}) as [JsonObject, JsonObject];
  for (const key of ["page", "value"]) {
    if (isEqual(withoutSource(was[key]), withoutSource(is[key]))) continue;
    const pointers = [base, revision].map(({ node }) => childPointer(childPointer(node.pointer, "x-client"), key)) as [
      string,
      string,
    ];
    findings.add({
      rule: `${key}-reading-changed`,
      ...(was[key] !== undefined && { basePointer: pointers[0] }),
      ...(is[key] !== undefined && { revisionPointer: pointers[1] }),
      operations: [useOf(revision, directionOf(revision, "answer"))],
      kind: "additive",
      words: ({ text, isMany }) =>
        `${text} ${isMany ? "take" : "takes"} the ${key} out of an answer in another way (${show(was[key])} → ${show(is[key])})`,
    });
  }
}
