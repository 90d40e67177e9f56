import type { OperationUse } from "../finding.ts";
import { schemaUnder } from "./content.ts";
import { type DocumentNode, entriesUnder } from "./document-node.ts";
import { directionOf, type Operation, pathNames, useOf } from "./operations.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import { conjunctionOf } from "./schema/conjunction.ts";
import { atomsOf } from "./schema/facts.ts";
import { isEqual } from "./schema/node.ts";
import type { SchemaRoots } from "./schema-roots.ts";
import { smallWitness } from "./small-witness.ts";
import { show } from "./words.ts";

const COMPARED: ReadonlySet<string> = new Set([
  "name",
  "in",
  "required",
  "schema",
  "content",
  "style",
  "explode",
  "allowReserved",
]);

/** A parameter that holds for an operation: its own, or its path's. */
interface Parameter {
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly node: DocumentNode;
  readonly isRequired: boolean;
}

function parametersOf({ node, pathItem, path }: Operation): Map<string, Parameter> {
  const names = pathNames(path);
  const found = new Map<string, Parameter>();
  for (const owner of [pathItem, node]) {
    for (const parameter of entriesUnder(owner, "parameters").values()) {
      const { name, in: place, required } = parameter.value;
      if (typeof name !== "string" || typeof place !== "string") continue;
      const key = `${place} ${place === "path" ? names.indexOf(name) : place === "header" ? name.toLowerCase() : name}`;
      found.set(key, { key, place, name, node: parameter, isRequired: required === true });
    }
  }
  return found;
}

/** Compares the parameters that hold for an operation. */
export function compareParameters(findings: Findings, roots: SchemaRoots, base: Operation, revision: Operation): void {
  const use = useOf(revision, directionOf(revision, "request"));
  const before = parametersOf(base);
  const after = parametersOf(revision);
  const gone = [...before.values()].filter(({ key }) => !after.has(key));
  const fresh = [...after.values()].filter(({ key }) => !before.has(key));
  for (const parameter of before.values()) {
    const other = after.get(parameter.key);
    if (other) compareParameter(findings, roots, parameter, other, use);
  }
  for (const parameter of gone) {
    const moved = fresh.find((other) => other.name.toLowerCase() === parameter.name.toLowerCase());
    if (moved) {
      fresh.splice(fresh.indexOf(moved), 1);
      move(findings, parameter, moved, use);
    } else if (parameter.place !== "path") {
      findings.add({
        rule: "parameter-removed",
        basePointer: parameter.node.pointer,
        operations: [use],
        kind: "additive",
        words: ({ text }) => `the ${parameter.place} parameter \`${parameter.name}\` is no longer described (${text})`,
      });
    }
  }
  for (const parameter of fresh) addition(findings, parameter, use);
}

function addition(findings: Findings, parameter: Parameter, use: OperationUse): void {
  const { place, name, isRequired, node } = parameter;
  if (place === "path") return;
  findings.add({
    rule: isRequired ? "required-parameter-added" : "parameter-added",
    revisionPointer: node.pointer,
    operations: [use],
    ...(isRequired && { broken: [use], witness: withoutIt(parameter, use) }),
    kind: "additive",
    words: ({ text, isMany }) =>
      isRequired
        ? `${text} now ${isMany ? "require" : "requires"} the ${place} parameter \`${name}\`, which is new`
        : `${text} also ${isMany ? "take" : "takes"} the ${place} parameter \`${name}\``,
  });
}

/** A request without the parameter shows that it is required. */
function withoutIt({ place, name }: Parameter, use: OperationUse) {
  const refusal = `must have required property '${name}'`;
  return smallWitness(use, place, { type: "object" }, { type: "object", required: [name] }, {}, refusal);
}

function move(findings: Findings, was: Parameter, is: Parameter, use: OperationUse): void {
  findings.add({
    rule: "parameter-moved",
    basePointer: was.node.pointer,
    revisionPointer: is.node.pointer,
    operations: [use],
    broken: [use],
    kind: "additive",
    words: ({ text, isMany }) =>
      `${text} ${isMany ? "take" : "takes"} \`${is.name}\` in the ${is.place} now, no longer in the ${was.place}`,
    witness: is.isRequired ? withoutIt(is, use) : "unproven",
  });
}

function compareParameter(
  findings: Findings,
  roots: SchemaRoots,
  was: Parameter,
  is: Parameter,
  use: OperationUse,
): void {
  const label = `${is.place} parameter ${is.name}`;
  if (was.name !== is.name && is.place === "path") {
    findings.add({
      rule: "path-parameter-renamed",
      detail: was.name,
      basePointer: was.node.pointer,
      revisionPointer: is.node.pointer,
      operations: [use],
      kind: "documentation",
      words: ({ text }) =>
        `the path parameter \`${was.name}\` is called \`${is.name}\` now: nothing else is sent (${text})`,
    });
  }
  if (was.isRequired !== is.isRequired && is.place !== "path") {
    findings.add({
      rule: is.isRequired ? "parameter-became-required" : "parameter-became-optional",
      basePointer: was.node.pointer,
      revisionPointer: is.node.pointer,
      operations: [use],
      ...(is.isRequired && { broken: [use], witness: withoutIt(is, use) }),
      kind: "additive",
      words: ({ text, isMany }) =>
        is.isRequired
          ? `${text} now ${isMany ? "require" : "requires"} the ${label.replace(/(\S+)$/, "`$1`")}`
          : `the ${label.replace(/(\S+)$/, "`$1`")} is optional now (${text})`,
    });
  }
  const [one, other] = [was, is].map(schemaOf) as [Encoded, Encoded];
  if (one.mediaType === other.mediaType) {
    const format = one.mediaType === undefined ? "text" : "json";
    roots.add({ use, where: `${is.place} ${is.name}`, format, base: one.schema, revision: other.schema });
  }
  compareStyle(findings, was, is, one, other, use);
  compareRest(findings, was.node, is.node, COMPARED, [use], label);
}

interface Encoded {
  readonly schema: ReturnType<typeof schemaUnder>;
  /** Of a parameter that is a text of a media type. */
  readonly mediaType?: string;
}

function schemaOf({ node }: Parameter): Encoded {
  const [content] = entriesUnder(node, "content");
  return content ? { mediaType: content[0], schema: schemaUnder(content[1]) } : { schema: schemaUnder(node) };
}

/** How a list or an object is written: a scalar is written in the same way in all styles but two. */
function compareStyle(
  findings: Findings,
  was: Parameter,
  is: Parameter,
  one: Encoded,
  other: Encoded,
  use: OperationUse,
): void {
  const before = { ...styleOf(was), mediaType: one.mediaType };
  const after = { ...styleOf(is), mediaType: other.mediaType };
  if (isEqual(before, after)) return;
  const isScalar = [one, other].every(({ schema }) => {
    const atoms = atomsOf(conjunctionOf([schema]));
    return !atoms.has("array") && !atoms.has("object");
  });
  const marked = (style: string) => style === "matrix" || style === "label";
  const isSame =
    isScalar &&
    before.mediaType === after.mediaType &&
    before.allowReserved === after.allowReserved &&
    (before.style === after.style || !(marked(before.style) || marked(after.style)));
  findings.add({
    rule: "parameter-style-changed",
    basePointer: was.node.pointer,
    revisionPointer: is.node.pointer,
    operations: [use],
    ...(!isSame && { broken: [use] }),
    kind: isSame ? "documentation" : "additive",
    words: ({ text }) =>
      `${text}: the ${is.place} parameter \`${is.name}\` is written in another way (${show(before)} → ${show(after)})`,
  });
}

function styleOf({ node: { value }, place }: Parameter): { style: string; explode: boolean; allowReserved: boolean } {
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const style = typeof value.style === "string" ? value.style : usual;
  const explode = typeof value.explode === "boolean" ? value.explode : style === "form";
  return { style, explode, allowReserved: value.allowReserved === true };
}
