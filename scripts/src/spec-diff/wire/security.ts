import { childPointer, entriesOf, isObject, type JsonObject } from "../../spec/pointer.ts";
import { type DocumentNode, entriesUnder } from "./document-node.ts";
import { directionOf, type Operation, useOf } from "./operations.ts";
import type { Findings } from "./report.ts";
import { listOf, type Side } from "./schema/node.ts";
import { smallWitness } from "./small-witness.ts";

/** One way to be let in: credentials of every scheme in it, with every scope. */
type Alternative = ReadonlyMap<string, readonly string[]>;

interface Requirement {
  readonly pointer: string;
  readonly alternatives: readonly Alternative[];
}

/** What each scheme is called, by what it is: the name is the document's own, no caller sends it. */
function namesOf(side: Side): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, { value }] of schemesOf(side)) found.set(name, identityOf(value));
  return found;
}

export function schemesOf(side: Side): Map<string, DocumentNode> {
  const map = side.document.components;
  if (!isObject(map)) return new Map();
  return entriesUnder({ side, pointer: "/components", value: map }, "securitySchemes");
}

/** What a caller has to have for a scheme. */
function identityOf({ type, in: place, name, scheme, openIdConnectUrl, flows }: JsonObject): string {
  const header = typeof name === "string" && place === "header" ? name.toLowerCase() : name;
  const lower = typeof scheme === "string" ? scheme.toLowerCase() : scheme;
  return JSON.stringify([
    type,
    place,
    header,
    lower,
    openIdConnectUrl,
    isObject(flows) ? Object.keys(flows).sort() : null,
  ]);
}

function requirementOf({ node }: Operation): Requirement {
  const isOwn = Object.hasOwn(node.value, "security");
  const [pointer, value] = isOwn
    ? [childPointer(node.pointer, "security"), node.value.security]
    : ["/security", node.side.document.security];
  const alternatives = listOf(value).map(
    (one): Alternative => new Map(entriesOf(one).map(([name, scopes]) => [name, listOf(scopes).map(String)])),
  );
  return { pointer, alternatives: alternatives.length > 0 ? alternatives : [new Map()] };
}

/** Compares what lets a caller in: whoever is no longer let in is told what is expected, which says what else is new. */
export function compareSecurity(findings: Findings, base: Operation, revision: Operation): void {
  const was = requirementOf(base);
  const is = requirementOf(revision);
  const known = { was: namesOf(base.node.side), is: namesOf(revision.node.side) };
  const before = was.alternatives.map((one) => identified(one, known.was));
  const after = is.alternatives.map((one) => identified(one, known.is));
  const use = useOf(revision, directionOf(revision, "request"));
  const pointers = {
    ...(hasPlace(base, was) && { basePointer: was.pointer }),
    ...(hasPlace(revision, is) && { revisionPointer: is.pointer }),
  };
  const lost = was.alternatives.filter(
    (_, index) => !after.some((other) => letsIn(other, before[index] as Alternative)),
  );
  const gained = is.alternatives.filter(
    (_, index) => !before.some((other) => letsIn(other, after[index] as Alternative)),
  );
  const isLoss = lost.length > 0;
  if (!isLoss && gained.length === 0) return;
  const names = (isLoss ? lost : gained).map(wordsOf).join(", or ");
  const expected = `expected ${is.alternatives.map(wordsOf).join(", or ")}`;
  findings.add({
    rule: isLoss ? "security-narrowed" : "security-added",
    detail: names,
    ...pointers,
    operations: [use],
    ...(isLoss && { broken: [use], witness: witness() }),
    kind: "additive",
    words: ({ text, isMany }) =>
      isLoss
        ? `${text} no longer ${isMany ? "let" : "lets"} in a caller with ${names}; ${expected}`
        : `${text} also ${isMany ? "let" : "lets"} in a caller with ${names}`,
  });

  function witness() {
    const [first] = lost as [Alternative];
    const credentials = Object.fromEntries(identified(first, known.was));
    const shown = Object.fromEntries(first);
    return smallWitness(use, "credentials", schemaOf(before), schemaOf(after), credentials, expected, shown);
  }
}

function hasPlace({ node: { side } }: Operation, { pointer }: Requirement): boolean {
  return pointer !== "/security" || Object.hasOwn(side.document, "security");
}

function identified(alternative: Alternative, names: ReadonlyMap<string, string>): Alternative {
  return new Map([...alternative].map(([name, scopes]) => [names.get(name) ?? name, scopes]));
}

/** @returns Whether credentials that were enough for the one are enough for the other. */
function letsIn(wanted: Alternative, had: Alternative): boolean {
  return [...wanted].every(
    ([name, scopes]) => scopes.every((scope) => had.get(name)?.includes(scope)) && had.has(name),
  );
}

function schemaOf(alternatives: readonly Alternative[]): JsonObject {
  return {
    anyOf: alternatives.map((one) => ({
      type: "object",
      required: [...one.keys()],
      properties: Object.fromEntries(
        [...one].map(([name, scopes]) => [name, { allOf: scopes.map((scope) => ({ contains: { const: scope } })) }]),
      ),
    })),
  };
}

function wordsOf(alternative: Alternative): string {
  if (alternative.size === 0) return "no credentials";
  return [...alternative]
    .map(([name, scopes]) => (scopes.length > 0 ? `\`${name}\` (${scopes.join(", ")})` : `\`${name}\``))
    .join(" and ");
}
