import type { JsonObject } from "../../spec/pointer.ts";
import type { OperationUse } from "../finding.ts";
import { compareContent, schemaUnder } from "./content.ts";
import { type DocumentNode, entriesUnder } from "./document-node.ts";
import { directionOf, type Operation, useOf } from "./operations.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import type { SchemaRoots } from "./schema-roots.ts";
import { smallWitness } from "./small-witness.ts";

const COMPARED: ReadonlySet<string> = new Set(["content", "headers"]);
const HEADER_COMPARED: ReadonlySet<string> = new Set(["required", "schema", "content", "style", "explode"]);

/** Compares two operations' answers: statuses, headers and bodies. */
export function compareAnswers(findings: Findings, roots: SchemaRoots, base: Operation, revision: Operation): void {
  const before = statusesOf(base);
  const after = statusesOf(revision);
  const use = useOf(revision, directionOf(revision, "answer"));
  const moved = movedSuccesses(before, after);
  for (const [was, is] of moved) movement(findings, roots, before, after, was, is, use);
  const left = new Set(moved.flat());
  for (const [status, was] of before) {
    const is = after.get(status);
    if (is) compareAnswer(findings, roots, was, is, use, `answer ${status}`);
    else if (!hasRange(after, status) && !left.has(status)) removal(findings, was, status, before, use);
  }
  for (const [status, is] of after) {
    if (!before.has(status) && !left.has(status)) addition(findings, roots, is, status, before, use);
  }
}

/** A success under another status is one change: each that is gone, with one that is new, in their order. */
function movedSuccesses(
  before: ReadonlyMap<string, DocumentNode>,
  after: ReadonlyMap<string, DocumentNode>,
): [string, string][] {
  const missing = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...one.keys()].filter((status) => /^2\d\d$/.test(status) && !other.has(status) && !hasRange(other, status));
  const added = missing(after, before);
  return missing(before, after).flatMap((was, index) => {
    const is = added[index];
    return is === undefined ? [] : [[was, is]];
  });
}

function movement(
  findings: Findings,
  roots: SchemaRoots,
  before: ReadonlyMap<string, DocumentNode>,
  after: ReadonlyMap<string, DocumentNode>,
  was: string,
  is: string,
  use: OperationUse,
): void {
  const [one, other] = [before.get(was), after.get(is)] as [DocumentNode, DocumentNode];
  findings.add({
    rule: "success-status-changed",
    detail: was,
    basePointer: one.pointer,
    revisionPointer: other.pointer,
    operations: [use],
    broken: [use],
    kind: "additive",
    words: ({ text, isMany }) => `${text} ${isMany ? "answer" : "answers"} ${is} now, no longer ${was}`,
    witness: statusWitness(use, is, before),
  });
  compareAnswer(findings, roots, one, other, use, `answer ${is}`);
}

function statusesOf({ node }: Operation): Map<string, DocumentNode> {
  return new Map(
    [...entriesUnder(node, "responses")].map(([status, one]) => [
      status.toUpperCase().replace("DEFAULT", "default"),
      one,
    ]),
  );
}

/** Without any 2xx, the default is what a success looks like. */
function isSuccess(status: string, statuses: ReadonlyMap<string, unknown>): boolean {
  if (/^[123]/.test(status)) return true;
  return status === "default" && ![...statuses.keys()].some((one) => one.startsWith("2"));
}

function hasRange(statuses: ReadonlyMap<string, unknown>, status: string): boolean {
  return /^\d\d\d$/.test(status) && statuses.has(`${status[0]}XX`);
}

function removal(
  findings: Findings,
  was: DocumentNode,
  status: string,
  before: ReadonlyMap<string, unknown>,
  use: OperationUse,
): void {
  // Fewer errors are no harm; but whoever waits for the success never gets it.
  const breaks = isSuccess(status, before);
  findings.add({
    rule: breaks ? "success-status-removed" : "status-removed",
    basePointer: was.pointer,
    operations: [use],
    ...(breaks && { broken: [use] }),
    kind: "additive",
    words: ({ text, isMany }) => `${text} no longer ${isMany ? "answer" : "answers"} ${status}`,
  });
}

/**
 * A new error is no break: a client treats a status that it doesn't know as the x00 of its class (RFC 9110, section
 * 15). A new success is one: its body is read as that of another.
 */
function addition(
  findings: Findings,
  roots: SchemaRoots,
  is: DocumentNode,
  status: string,
  before: ReadonlyMap<string, DocumentNode>,
  use: OperationUse,
): void {
  const range = /^\d/.test(status) ? before.get(`${status[0]}XX`) : undefined;
  const fallback = range ?? before.get("default");
  const breaks = status !== "default" && isSuccess(status, before) && !fallback;
  // An error that is spelt out now is one change, whatever was said of all errors before.
  if (fallback && status !== "default" && isSuccess(range ? status : "default", before)) {
    compareContent(findings, roots, fallback, is, use, `answer ${status}`);
  }
  findings.add({
    rule: breaks ? "success-status-added" : "status-added",
    revisionPointer: is.pointer,
    operations: [use],
    ...(breaks && { broken: [use], witness: statusWitness(use, status, before) }),
    kind: "additive",
    words: ({ text }) => `${text} may now answer ${status}`,
  });
}

function statusWitness(use: OperationUse, status: string, before: ReadonlyMap<string, unknown>) {
  const number = Number(status.replaceAll("X", "0"));
  const schema = (names: readonly string[]): JsonObject => ({
    anyOf: [
      false,
      ...names.map((name) => {
        if (name === "default") return true;
        const low = Number(name.replaceAll("X", "0"));
        return { minimum: low, maximum: name.endsWith("XX") ? low + 99 : low };
      }),
    ],
  });
  return smallWitness(
    use,
    "status",
    schema([status]),
    schema([...before.keys()]),
    number,
    `expected one of ${[...before.keys()].join(", ") || "none"}`,
  );
}

function compareAnswer(
  findings: Findings,
  roots: SchemaRoots,
  was: DocumentNode,
  is: DocumentNode,
  use: OperationUse,
  where: string,
): void {
  compareContent(findings, roots, was, is, use, where);
  compareHeaders(findings, roots, was, is, use, where);
  compareRest(findings, was, is, COMPARED, [use], where);
}

function compareHeaders(
  findings: Findings,
  roots: SchemaRoots,
  was: DocumentNode,
  is: DocumentNode,
  use: OperationUse,
  where: string,
): void {
  const headers = (node: DocumentNode) =>
    new Map([...entriesUnder(node, "headers")].map(([name, one]) => [name.toLowerCase(), { name, node: one }]));
  const before = headers(was);
  const after = headers(is);
  for (const [key, { name, node }] of before) {
    const other = after.get(key)?.node;
    const isRequired = node.value.required === true;
    if (!other) {
      findings.add({
        rule: "header-removed",
        basePointer: node.pointer,
        operations: [use],
        ...(isRequired && { broken: [use], witness: withoutHeader(use, name, where) }),
        kind: "additive",
        words: ({ text, isMany }) => `${text} no longer ${isMany ? "give" : "gives"} the header \`${name}\` (${where})`,
      });
      continue;
    }
    roots.add({ use, where: `header ${name}`, format: "text", base: schemaUnder(node), revision: schemaUnder(other) });
    compareRest(findings, node, other, HEADER_COMPARED, [use], `header ${name}`);
    const isNow = other.value.required === true;
    if (isNow === isRequired) continue;
    findings.add({
      rule: isNow ? "header-became-required" : "header-became-optional",
      basePointer: node.pointer,
      revisionPointer: other.pointer,
      operations: [use],
      ...(!isNow && { broken: [use], witness: withoutHeader(use, name, where) }),
      kind: "additive",
      words: ({ text }) =>
        isNow
          ? `${text}: the header \`${name}\` is always there now (${where})`
          : `${text} may now answer without the header \`${name}\` (${where})`,
    });
  }
  for (const [key, { name, node }] of after) {
    if (before.has(key)) continue;
    findings.add({
      rule: "header-added",
      revisionPointer: node.pointer,
      operations: [use],
      kind: "additive",
      words: ({ text, isMany }) => `${text} also ${isMany ? "give" : "gives"} the header \`${name}\` (${where})`,
    });
  }
}

function withoutHeader(use: OperationUse, name: string, where: string) {
  const refusal = `must have required property '${name}'`;
  return smallWitness(
    use,
    `headers of ${where}`,
    { type: "object" },
    { type: "object", required: [name] },
    {},
    refusal,
  );
}
