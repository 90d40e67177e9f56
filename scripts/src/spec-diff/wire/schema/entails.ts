import { isObject, type JsonObject } from "../../../spec/pointer.ts";
import { type Conjunction, conjunctionOf, type PlainNode } from "./conjunction.ts";
import { entailsArray } from "./entails-array.ts";
import { entailsObject } from "./entails-object.ts";
import { ATOMS, type Atom, atomsOf, atomsOfType, having, listedIn, strongest, valuesOf } from "./facts.ts";
import { childOf, isEqual, listOf, memberOf } from "./node.ts";
import { branchNodes, MAX_BRANCHES, type Prover, withSchema } from "./prover.ts";
import { holdsFor, isMultiple } from "./scalars.ts";

/** Formats, each with those whose values all have it too (draft 2020-12, OpenAPI's format registry). */
const WIDER_FORMATS: Readonly<Record<string, readonly string[]>> = {
  int32: ["int64", "double"],
  float: ["double"],
  email: ["idn-email"],
  hostname: ["idn-hostname"],
  uri: ["uri-reference", "iri", "iri-reference"],
  "uri-reference": ["iri-reference"],
  iri: ["iri-reference"],
};

/** Keywords whose meaning is in another's, or which say nothing of what is allowed. */
const SCALAR_KEYWORDS: ReadonlySet<string> = new Set([
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "pattern", "format", "contentEncoding", "contentMediaType", "contentSchema"],
]);

/** Types whose values are written as plain texts. */
const SCALARS: readonly Atom[] = ["null", "boolean", "integer", "fraction"];

/** @returns Whether everything that may be sent keeps to one keyword of the receiver's. */
export function entailsKeyword(
  prover: Prover,
  sender: Conjunction,
  keyword: string,
  node: PlainNode,
  receiver: Conjunction,
): boolean {
  const values = valuesOf(sender);
  if (values && SCALAR_KEYWORDS.has(keyword) && keyword !== "format" && !keyword.startsWith("content")) {
    return values.every((value) => holdsFor(value, { [keyword]: node.value[keyword] }));
  }
  switch (keyword) {
    case "type":
      return entailsType(prover, sender, node);
    case "enum":
    case "const":
      return entailsListed(prover, sender, node);
    case "anyOf":
      return branchNodes(node, "anyOf")
        .slice(0, MAX_BRANCHES)
        .some((branch) => prover.includes(sender, conjunctionOf([branch])));
    case "oneOf":
      return entailsOneOf(prover, sender, node);
    case "not":
      return entailsNot(prover, sender, node);
    case "if":
      return entailsCondition(prover, sender, node);
    default:
      if (SCALAR_KEYWORDS.has(keyword)) return entailsScalar(sender, keyword, node.value);
      return (
        entailsObject(prover, sender, keyword, node, receiver) && entailsArray(prover, sender, keyword, node, receiver)
      );
  }
}

function entailsType(prover: Prover, sender: Conjunction, node: PlainNode): boolean {
  const taken = new Set(atomsOfType(node.value.type));
  const { format } = prover.way;
  if (format !== "json" && taken.has("string")) {
    for (const atom of format === "xml" ? ATOMS : SCALARS) taken.add(atom);
  }
  return [...atomsOf(sender)].every((atom) => taken.has(atom));
}

function entailsListed(prover: Prover, sender: Conjunction, node: PlainNode): boolean {
  const values = valuesOf(sender);
  const listed = listedIn(node.value) ?? [];
  if (!values) return false;
  const texts = prover.way.format !== "json" ? new Set(listed.map(String)) : undefined;
  const isListed = memberOf(listed);
  return values.every((value) => texts?.has(String(value)) || isListed(value));
}

function entailsOneOf(prover: Prover, sender: Conjunction, node: PlainNode): boolean {
  if (listOf(node.value.oneOf).length > MAX_BRANCHES) return sender.nodes.includes(node);
  const branches = branchNodes(node, "oneOf").map((branch) => conjunctionOf([branch]));
  const isOut = (other: Conjunction) =>
    sender.excluded.some((excluded) => prover.open.includes(other, conjunctionOf([excluded]))) ||
    prover.open.disjoint(sender, other);
  return branches.some(
    (branch) => prover.includes(sender, branch) && branches.every((other) => other === branch || isOut(other)),
  );
}

function entailsNot(prover: Prover, sender: Conjunction, node: PlainNode): boolean {
  const forbidden = conjunctionOf([childOf(node, "not")]);
  const isForbidden = having(sender, "not").some((own) =>
    prover.open.includes(forbidden, conjunctionOf([childOf(own, "not")])),
  );
  return isForbidden || prover.open.disjoint(sender, forbidden);
}

function entailsCondition(prover: Prover, sender: Conjunction, node: PlainNode): boolean {
  const condition = conjunctionOf([childOf(node, "if")]);
  const own = having(sender, "if").map((part) => ({ part, condition: conjunctionOf([childOf(part, "if")]) }));
  const branch = (key: "then" | "else") =>
    node.value[key] === undefined ? undefined : conjunctionOf([childOf(node, key)]);
  const consequence = branch("then");
  if (consequence) {
    const implied = own.filter((other) => prover.open.includes(condition, other.condition));
    const added = implied.flatMap(({ part }) => (part.value.then === undefined ? [] : [childOf(part, "then")]));
    const when = conjunctionOf([...sender.nodes, ...condition.nodes, ...added], sender.excluded);
    const isNever = condition.never || when.never || prover.open.disjoint(sender, condition);
    if (!isNever && !prover.open.includes(when, consequence)) return false;
  }
  const alternative = branch("else");
  if (!alternative || prover.open.includes(sender, condition)) return true;
  const implied = own.filter((other) => prover.open.includes(other.condition, condition));
  const added = implied.flatMap(({ part }) => (part.value.else === undefined ? [] : [childOf(part, "else")]));
  return prover.open.includes(conjunctionOf([...sender.nodes, ...added], sender.excluded), alternative);
}

function entailsScalar(sender: Conjunction, keyword: string, schema: JsonObject): boolean {
  const atoms = atomsOf(sender);
  const limit = schema[keyword];
  const isNumber = atoms.has("integer") || atoms.has("fraction");
  switch (keyword) {
    case "minimum":
    case "exclusiveMinimum":
      return !isNumber || boundHolds(sender, "min", limit as number, keyword === "exclusiveMinimum");
    case "maximum":
    case "exclusiveMaximum":
      return !isNumber || boundHolds(sender, "max", limit as number, keyword === "exclusiveMaximum");
    case "multipleOf": {
      if (!isNumber) return true;
      if (!atoms.has("fraction") && isMultiple(1, limit as number)) return true;
      return having(sender, keyword).some(({ value }) => isMultiple(value[keyword] as number, limit as number));
    }
    case "format":
      return (
        !hasFormatted(atoms, limit) || having(sender, keyword).some(({ value }) => isFormat(value[keyword], limit))
      );
  }
  if (!atoms.has("string")) return true;
  switch (keyword) {
    case "minLength":
      return limit === 0 || (strongest(sender, keyword, "max") ?? 0) >= (limit as number);
    case "maxLength":
      return (strongest(sender, keyword, "min") ?? Number.POSITIVE_INFINITY) <= (limit as number);
    case "pattern":
      return isTrivial(limit) || having(sender, keyword).some(({ value }) => value[keyword] === limit);
    default:
      return having(sender, keyword).some(({ value }) => isEqual(value[keyword], limit));
  }
}

/** @returns The bound of what may be sent, and whether it is itself left out; whole numbers have it as near as it goes. */
export function boundOf(sender: Conjunction, side: "min" | "max"): { limit: number; exclusive: boolean } | undefined {
  const isWhole = !atomsOf(sender).has("fraction");
  const sign = side === "min" ? 1 : -1;
  const found = (["", "exclusive"] as const).flatMap((prefix) => {
    const keyword = prefix ? (side === "min" ? "exclusiveMinimum" : "exclusiveMaximum") : `${side}imum`;
    const limit = strongest(sender, keyword, side === "min" ? "max" : "min");
    if (limit === undefined) return [];
    if (!isWhole) return [{ limit, exclusive: prefix !== "" }];
    const whole = sign * Math.ceil(sign * limit);
    return [{ limit: prefix && whole === limit ? limit + sign : whole, exclusive: false }];
  });
  return found.sort(
    (one, other) => sign * (other.limit - one.limit) || Number(other.exclusive) - Number(one.exclusive),
  )[0];
}

function boundHolds(sender: Conjunction, side: "min" | "max", limit: number, exclusive: boolean): boolean {
  const bound = boundOf(sender, side);
  if (!bound) return false;
  if (bound.limit === limit) return !exclusive || bound.exclusive;
  return side === "min" ? bound.limit > limit : bound.limit < limit;
}

const NUMBER_FORMATS: ReadonlySet<unknown> = new Set(["int32", "int64", "float", "double"]);

/** A format says something of its own type only. */
function hasFormatted(atoms: ReadonlySet<string>, format: unknown): boolean {
  return NUMBER_FORMATS.has(format) ? atoms.has("integer") || atoms.has("fraction") : atoms.has("string");
}

function isFormat(sent: unknown, taken: unknown): boolean {
  return sent === taken || (typeof sent === "string" && (WIDER_FORMATS[sent]?.includes(String(taken)) ?? false));
}

function isTrivial(pattern: unknown): boolean {
  return typeof pattern === "string" && /^\^?(?:\.\*)?\$?$|^\[\\s\\S\]\*$/.test(pattern);
}

/** @returns The sender with one more name required. */
export function withRequired(sender: Conjunction, like: Conjunction, name: string): Conjunction {
  return withSchema(sender, like, `required=${JSON.stringify(name)}`, { required: [name] });
}

export function namesOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

export function textsOf(value: unknown): string[] {
  return listOf(value).filter((name) => typeof name === "string");
}
