import type { Conjunction } from "./conjunction.ts";
import { aloneBeside, aloneByKeywords, withValues } from "./edit.ts";
import { boundOf } from "./entails.ts";
import { ATOMS, type Atom, atomOf, atomsOf, atomsOfType, having, listedIn } from "./facts.ts";
import { isEqual, memberOf, own } from "./node.ts";
import type { Alone, SchemaChange } from "./pair.ts";

/** Keywords that say one thing together, and the types that they say it of. */
interface Facet {
  readonly rule: string;
  readonly keywords: readonly string[];
  readonly atoms: readonly Atom[];
}

const NUMBERS: readonly Atom[] = ["integer", "fraction"];

const FACETS: readonly Facet[] = [
  { rule: "minimum", keywords: ["minimum", "exclusiveMinimum"], atoms: NUMBERS },
  { rule: "maximum", keywords: ["maximum", "exclusiveMaximum"], atoms: NUMBERS },
  { rule: "multiple-of", keywords: ["multipleOf"], atoms: NUMBERS },
  { rule: "min-length", keywords: ["minLength"], atoms: ["string"] },
  { rule: "max-length", keywords: ["maxLength"], atoms: ["string"] },
  { rule: "pattern", keywords: ["pattern"], atoms: ["string"] },
  { rule: "format", keywords: ["format"], atoms: ["string", ...NUMBERS] },
  { rule: "content-encoding", keywords: ["contentEncoding"], atoms: ["string"] },
  { rule: "content-media-type", keywords: ["contentMediaType"], atoms: ["string"] },
  { rule: "min-items", keywords: ["minItems"], atoms: ["array"] },
  { rule: "max-items", keywords: ["maxItems"], atoms: ["array"] },
  { rule: "unique-items", keywords: ["uniqueItems"], atoms: ["array"] },
  { rule: "min-contains", keywords: ["minContains"], atoms: ["array"] },
  { rule: "max-contains", keywords: ["maxContains"], atoms: ["array"] },
  { rule: "min-properties", keywords: ["minProperties"], atoms: ["object"] },
  { rule: "max-properties", keywords: ["maxProperties"], atoms: ["object"] },
  { rule: "dependent-required", keywords: ["dependentRequired"], atoms: ["object"] },
];

/** Every keyword that a facet speaks of. */
export const FACET_KEYWORDS: readonly string[] = [
  "type",
  "enum",
  "const",
  ...FACETS.flatMap(({ keywords }) => keywords),
];

/** @returns The types that `type` alone leaves. */
export function declaredAtoms(all: Conjunction): ReadonlySet<Atom> {
  const sets = having(all, "type").map(({ value }) => atomsOfType(value.type));
  return new Set(ATOMS.filter((atom) => sets.every((set) => set.has(atom))));
}

/** @returns Both sides' types: listed values have theirs, so that `type` beside them may be left out. */
function bothAtoms(base: Conjunction, revision: Conjunction): [ReadonlySet<Atom>, ReadonlySet<Atom>] {
  const isTyped = (all: Conjunction) => having(all, "type").length > 0;
  const atomsBeside = (all: Conjunction, other: Conjunction) =>
    !isTyped(all) && isTyped(other) && listed(all) ? atomsOf(all) : declaredAtoms(all);
  return [atomsBeside(base, revision), atomsBeside(revision, base)];
}

/** @returns The changes of keywords that hold no schemas. */
export function facetChanges(base: Conjunction, revision: Conjunction): SchemaChange[] {
  const [before, after] = bothAtoms(base, revision);
  const type = isEqual(before, after) ? [] : [typeChange(base, revision, before, after)];
  if (areUnrelated(base, revision)) return type;
  const facets = FACETS.filter(({ atoms }) => atoms.some((atom) => before.has(atom) && after.has(atom)));
  return [
    ...type,
    ...valueChanges(base, revision, before, after),
    ...facets.flatMap((facet) => facetChange(facet, base, revision)),
  ];
}

/** @returns Whether no value of one type can be of the other's: nothing else about the two is worth telling. */
export function areUnrelated(base: Conjunction, revision: Conjunction): boolean {
  const [before, after] = bothAtoms(base, revision);
  return ![...before].some((atom) => atom !== "null" && after.has(atom)) && !isEqual(before, after);
}

/** @returns Where a keyword stands; where it stands nowhere, where its schema does. */
export function placeOf(all: Conjunction, keywords: readonly string[]): string | undefined {
  for (const keyword of keywords) {
    const [node] = having(all, keyword);
    if (node) return `${node.pointer}/${node.writtenAs?.[keyword] ?? keyword}`;
  }
  return all.nodes[0]?.pointer;
}

export function places(
  base: Conjunction,
  revision: Conjunction,
  keywords: readonly string[],
): Pick<SchemaChange, "basePointer" | "revisionPointer"> {
  const basePointer = placeOf(base, keywords);
  const revisionPointer = placeOf(revision, keywords);
  return {
    ...(basePointer !== undefined && { basePointer }),
    ...(revisionPointer !== undefined && { revisionPointer }),
  };
}

/** @returns A keyword's value in a document: one, or a list where several schemas have it. */
export function statedIn(all: Conjunction, keyword: string): unknown {
  const values = having(all, keyword).map(({ value }) => own(value, keyword));
  return values.length > 1 ? values : values[0];
}

/** A change of the type, with the listed values that only it lets in or shuts out. */
function typeChange(
  base: Conjunction,
  revision: Conjunction,
  before: ReadonlySet<Atom>,
  after: ReadonlySet<Atom>,
): SchemaChange {
  // Of another type all is different: what else is said of it belongs to this change.
  const alone = areUnrelated(base, revision)
    ? { base, baseWith: revision, revisionWithout: base, revision }
    : aloneByKeywords(base, revision, ["type"]);
  const was = listed(base);
  const is = listed(revision);
  const isShared = (value: unknown) => before.has(atomOf(value)) && after.has(atomOf(value));
  const mixed = (kept: readonly unknown[], other: readonly unknown[]) => [
    ...kept.filter(isShared),
    ...other.filter((value) => !isShared(value)),
  ];
  return {
    rule: "type-changed",
    detail: "",
    keyword: "type",
    before: statedIn(base, "type"),
    after: statedIn(revision, "type"),
    ...places(base, revision, ["type"]),
    alone:
      was && is && !areUnrelated(base, revision)
        ? {
            ...alone,
            baseWith: withValues(alone.baseWith, revision, mixed(was, is)),
            revisionWithout: withValues(alone.revisionWithout, base, mixed(is, was)),
          }
        : alone,
    kind: "additive",
  };
}

function listed(all: Conjunction): readonly unknown[] | undefined {
  const lists = all.nodes.flatMap(({ value }) => {
    const values = listedIn(value);
    return values ? [values] : [];
  });
  const [first, ...others] = lists;
  const members = others.map(memberOf);
  return first?.filter((one) => members.every((isMember) => isMember(one)));
}

function valueChanges(
  base: Conjunction,
  revision: Conjunction,
  typesBefore: ReadonlySet<Atom>,
  typesAfter: ReadonlySet<Atom>,
): SchemaChange[] {
  const before = listed(base);
  const after = listed(revision);
  const isShared = (value: unknown) => typesBefore.has(atomOf(value)) && typesAfter.has(atomOf(value));
  const keywords = ["enum", "const"];
  const alone = aloneByKeywords(base, revision, keywords);
  const common = { ...places(base, revision, keywords), keyword: "enum", alone, kind: "additive" } as const;
  if (!before && !after) return [];
  if (!before) return [{ ...common, rule: "values-restricted", detail: "", after }];
  if (!after) return [{ ...common, rule: "values-unrestricted", detail: "", before }];
  const removed = missingFrom(before, after).filter(isShared);
  const added = missingFrom(after, before).filter(isShared);
  if (before.length === 1 && after.length === 1 && removed.length === 1) {
    return [{ ...common, rule: "const-changed", detail: "", keyword: "const", before: before[0], after: after[0] }];
  }
  // One change each way: what is gone breaks requests, what is new breaks readers of answers.
  return [
    ...(removed.length > 0 ? [valueChange("enum-value-removed", removed, common, before, after, alone)] : []),
    ...(added.length > 0 ? [valueChange("enum-value-added", added, common, before, after, alone)] : []),
  ];
}

function valueChange(
  rule: "enum-value-removed" | "enum-value-added",
  values: readonly unknown[],
  common: Omit<SchemaChange, "rule" | "detail">,
  before: readonly unknown[],
  after: readonly unknown[],
  { base, revision }: Alone,
): SchemaChange {
  const isRemoval = rule === "enum-value-removed";
  const [one, other] = isRemoval
    ? [missingFrom(before, values), [...after, ...values]]
    : [[...before, ...values], missingFrom(after, values)];
  return {
    ...common,
    rule,
    detail: values.map((value) => JSON.stringify(value)).join(","),
    ...(isRemoval ? { before: values } : { after: values }),
    alone: {
      base,
      baseWith: withValues(base, revision, one),
      revisionWithout: withValues(revision, base, other),
      revision,
    },
  };
}

function missingFrom(from: readonly unknown[], other: readonly unknown[]): unknown[] {
  const isKept = memberOf(other);
  return from.filter((value) => !isKept(value));
}

function facetChange({ rule, keywords }: Facet, base: Conjunction, revision: Conjunction): SchemaChange[] {
  const read = (all: Conjunction) =>
    rule === "minimum" || rule === "maximum"
      ? boundOf(all, rule === "minimum" ? "min" : "max")
      : keywords
          .flatMap((keyword) => having(all, keyword).map(({ value }) => value[keyword]))
          .filter(
            (value) =>
              value !== false &&
              !(value === 0 && (rule === "min-length" || rule === "min-items" || rule === "min-properties")),
          )
          .map((value) => JSON.stringify(value))
          .sort();
  if (isEqual(read(base), read(revision))) return [];
  const keyword =
    keywords.find((one) => having(revision, one).length > 0) ?? keywords.find((one) => having(base, one).length > 0);
  const was = keywords.find((one) => having(base, one).length > 0);
  const is = keywords.find((one) => having(revision, one).length > 0);
  return [
    {
      rule: `${rule}-${!was ? "added" : !is ? "removed" : "changed"}`,
      detail: "",
      ...(keyword !== undefined && { keyword }),
      before: was && statedIn(base, was),
      after: is && statedIn(revision, is),
      ...places(base, revision, keywords),
      alone: rule.endsWith("-contains")
        ? aloneBeside(base, revision, keywords[0] as string, "contains")
        : aloneByKeywords(base, revision, keywords),
      kind: "additive",
    },
  ];
}
