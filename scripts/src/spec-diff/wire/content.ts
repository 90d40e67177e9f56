import { childPointer } from "../../spec/pointer.ts";
import type { OperationUse } from "../finding.ts";
import { type DocumentNode, entriesUnder } from "./document-node.ts";
import { covers, formatOf, matchMediaTypes, mediaTypeSchema, normal, reads } from "./media-types.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import { conjunctionOf } from "./schema/conjunction.ts";
import { declaredNames } from "./schema/facts.ts";
import { isEqual, nodeOf, type SchemaNode } from "./schema/node.ts";
import type { SchemaRoots } from "./schema-roots.ts";
import { smallWitness } from "./small-witness.ts";

const COMPARED: ReadonlySet<string> = new Set(["schema", "encoding", "example", "examples", "itemSchema"]);

/** @returns The schema under a key, even one that allows everything or nothing. */
export function schemaUnder(node: DocumentNode, key = "schema"): SchemaNode {
  const pointer = childPointer(node.pointer, key);
  return Object.hasOwn(node.value, key)
    ? nodeOf(node.side, pointer, node.value[key])
    : nodeOf(node.side, node.pointer, {});
}

/**
 * Compares the media types of a body.
 *
 * @param where What a reader calls the body: `body`, `answer 200`.
 */
export function compareContent(
  findings: Findings,
  roots: SchemaRoots,
  base: DocumentNode,
  revision: DocumentNode,
  use: OperationUse,
  where: string,
): void {
  const before = entriesUnder(base, "content");
  const after = entriesUnder(revision, "content");
  const pairs = matchMediaTypes([...before.keys()], [...after.keys()]);
  for (const [was, is] of pairs) {
    const [one, other] = [before.get(was), after.get(is)] as [DocumentNode, DocumentNode];
    roots.add({
      use,
      where: `${where} ${is}`,
      format: formatOf(is),
      base: schemaUnder(one),
      revision: schemaUnder(other),
    });
    compareEncoding(findings, one, other, use, `${where} ${is}`);
    compareRest(
      findings,
      one,
      other,
      new Set([...COMPARED].filter((key) => !key.startsWith("example"))),
      [use],
      `${where} ${is}`,
    );
    if (normal(was) !== normal(is)) nameChange(findings, one, other, was, is, use, where);
  }
  const matched = new Set(pairs.flat());
  for (const [name, node] of before) {
    if (!matched.has(name)) removal(findings, node, name, [...after.keys()], [...before.keys()], use, where);
  }
  for (const [name, node] of after) {
    if (matched.has(name)) continue;
    findings.add({
      rule: "media-type-added",
      revisionPointer: node.pointer,
      operations: [use],
      kind: "additive",
      words: ({ text }) => `${text}: the ${where} may also be \`${name}\``,
    });
  }
}

function removal(
  findings: Findings,
  node: DocumentNode,
  name: string,
  after: readonly string[],
  before: readonly string[],
  use: OperationUse,
  where: string,
): void {
  const isRequest = use.direction === "request";
  const schemas = [before, after].map((names) => ({ anyOf: [false, ...names.map(mediaTypeSchema)] })) as [
    object,
    object,
  ];
  const header = isRequest ? "content-type" : "accept";
  // What may be asked for is sent by the caller, though it is about the answer.
  const witness = smallWitness(
    use,
    `header ${header}`,
    { ...schemas[0] },
    { ...schemas[1] },
    normal(name),
    `expected one of ${after.join(", ") || "none"}`,
    name,
    "request",
  );
  findings.add({
    rule: "media-type-removed",
    basePointer: node.pointer,
    operations: [use],
    broken: [use],
    kind: "additive",
    words: ({ text, isMany }) =>
      isRequest
        ? `${text} no longer ${isMany ? "accept" : "accepts"} \`${name}\` as the ${where}`
        : `${text} no longer ${isMany ? "answer" : "answers"} \`${name}\` (${where})`,
    witness: witness && { ...witness, direction: use.direction },
  });
}

/** A media type's name gained, lost or changed a parameter, such as its charset. */
function nameChange(
  findings: Findings,
  base: DocumentNode,
  revision: DocumentNode,
  was: string,
  is: string,
  use: OperationUse,
  where: string,
): void {
  const isRequest = use.direction === "request";
  const breaks = isRequest ? !covers(is, was) : !reads(was, is);
  const [sent, taken] = isRequest ? [was, is] : [is, was];
  const witness = smallWitness(
    use,
    "header content-type",
    mediaTypeSchema(sent),
    mediaTypeSchema(taken),
    normal(sent).replaceAll("*", "x"),
    `expected ${taken}`,
    sent.replaceAll("*", "x"),
  );
  findings.add({
    rule: "media-type-changed",
    detail: was,
    basePointer: base.pointer,
    revisionPointer: revision.pointer,
    operations: [use],
    ...(breaks && { broken: [use], witness }),
    kind: "additive",
    words: ({ text }) => `${text}: the ${where} is \`${is}\`; it was \`${was}\``,
  });
}

function compareEncoding(
  findings: Findings,
  base: DocumentNode,
  revision: DocumentNode,
  use: OperationUse,
  where: string,
): void {
  const before = entriesUnder(base, "encoding");
  const after = entriesUnder(revision, "encoding");
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(name), after.get(name)];
    if (isEqual(one?.value, other?.value)) continue;
    // How a property is encoded that only one of the two has is a part of what it is.
    if (!hasProperty(base, name) || !hasProperty(revision, name)) continue;
    findings.add({
      rule: "encoding-changed",
      detail: name,
      ...(one && { basePointer: one.pointer }),
      ...(other && { revisionPointer: other.pointer }),
      operations: [use],
      broken: [use],
      kind: "additive",
      words: ({ text }) => `${text}: \`${name}\` is encoded in another way (${where})`,
    });
  }
}

function hasProperty(mediaType: DocumentNode, name: string): boolean {
  return declaredNames(conjunctionOf([schemaUnder(mediaType)])).has(name);
}
