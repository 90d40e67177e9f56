import type { JsonObject } from "../../spec/pointer.ts";
import { compareAnswers } from "./answers.ts";
import { compareBodies } from "./bodies.ts";
import { directionOf, type Matched, matchOperations, type Operation, operationsOf, useOf } from "./operations.ts";
import { compareParameters } from "./parameters.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import type { Side } from "./schema/node.ts";
import type { SchemaRoots } from "./schema-roots.ts";
import { compareSecurity } from "./security.ts";
import { compareServers } from "./servers.ts";
import { judgeBy, smallWitness } from "./small-witness.ts";
import type { Validate } from "./witness/validator.ts";

const COMPARED: ReadonlySet<string> = new Set([
  "operationId",
  "parameters",
  "requestBody",
  "responses",
  "callbacks",
  "security",
  "servers",
  "x-client",
]);
const ITEM_COMPARED: ReadonlySet<string> = new Set(
  "$ref get put post delete options head patch trace parameters servers".split(" "),
);

/** Compares the operations of two documents, and what each sends and gets. */
export function compareOperations(findings: Findings, roots: SchemaRoots, base: Side, revision: Side): Matched {
  const before = operationsOf(base);
  const after = operationsOf(revision);
  const matched = matchOperations(before, after);
  const items = new Set<string>();
  const judges = { before: judgeBy(routes(before)), after: judgeBy(routes(after)) };
  for (const [was, is] of matched.both) {
    if (was.key !== is.key) movement(findings, was, is, judges);
    compareParameters(findings, roots, was, is);
    compareBodies(findings, roots, was, is);
    compareAnswers(findings, roots, was, is);
    compareSecurity(findings, was, is);
    compareServers(findings, was, is);
    const uses = [useOf(is, directionOf(is, "request")), useOf(is, directionOf(is, "answer"))];
    compareRest(findings, was.node, is.node, COMPARED, uses);
    const item = `${was.pathItem.pointer} ${is.pathItem.pointer}`;
    if (!items.has(item)) compareRest(findings, was.pathItem, is.pathItem, ITEM_COMPARED, uses, `path ${is.path}`);
    items.add(item);
  }
  for (const operation of matched.removed) removal(findings, operation, judges);
  for (const operation of matched.added) addition(findings, operation);
  return matched;
}

function usesOf(operation: Operation) {
  return [useOf(operation, "request"), useOf(operation, "answer")];
}

/** Tell whether a document has an operation for a request line. */
interface Judges {
  readonly before: Validate;
  readonly after: Validate;
}

function removal(findings: Findings, operation: Operation, judges: Judges): void {
  const uses = usesOf(operation);
  findings.add({
    rule: operation.isReceived ? "webhook-removed" : "operation-removed",
    basePointer: operation.node.pointer,
    operations: uses,
    broken: uses,
    kind: "additive",
    words: ({ text }) => `${text} is gone: ${routeOf(operation)} is no longer there`,
    witness: operation.isReceived ? "unproven" : routeWitness(operation, judges),
  });
}

function addition(findings: Findings, operation: Operation): void {
  findings.add({
    rule: operation.isReceived ? "webhook-added" : "operation-added",
    revisionPointer: operation.node.pointer,
    operations: usesOf(operation),
    kind: "additive",
    words: ({ text }) => `${text} is new: ${routeOf(operation)}`,
  });
}

function movement(findings: Findings, was: Operation, is: Operation, judges: Judges): void {
  findings.add({
    rule: "operation-moved",
    basePointer: was.node.pointer,
    revisionPointer: is.node.pointer,
    operations: usesOf(is),
    broken: [useOf(is, directionOf(is, "request"))],
    kind: "additive",
    words: ({ text }) => `${text} is at ${routeOf(is)} now; it was at ${routeOf(was)}`,
    witness: was.isReceived ? "unproven" : routeWitness(was, judges),
  });
}

function routeOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** The request line of an operation that is gone, judged by all the routes that each document has. */
function routeWitness(operation: Operation, { before, after }: Judges) {
  const line = routeOf(operation).replaceAll(/\{[^{}]*\}/g, "x");
  return smallWitness(useOf(operation, "request"), "request line", before, after, line, "no operation has this route");
}

function routes(operations: Map<string, Operation>): JsonObject {
  const patterns = [...operations.values()]
    .filter(({ isReceived }) => !isReceived)
    .map((operation) => {
      const escaped = routeOf(operation)
        .split(/\{[^{}]*\}/)
        .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
      return { pattern: `^${escaped.join("[^/]+")}$` };
    });
  return { type: "string", anyOf: [false, ...patterns] };
}
