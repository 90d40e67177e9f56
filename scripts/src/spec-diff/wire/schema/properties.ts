import { type Conjunction, conjunctionOf } from "./conjunction.ts";
import { aloneByEdits, aloneByKeywords, withoutProperty, withProperty, withRequirement } from "./edit.ts";
import { places } from "./facets.ts";
import { additionalOf, declaredNames, having, patternsIn, propertyOf } from "./facts.ts";
import { childOf, listOf, own } from "./node.ts";
import type { SchemaChange, Step } from "./pair.ts";

/** Two schemas at the same place, that are yet to be compared. */
export interface Child {
  readonly step: Step;
  readonly base: Conjunction;
  readonly revision: Conjunction;
}

export interface Compared {
  readonly changes: readonly SchemaChange[];
  readonly children: readonly Child[];
}

/** Compares what two schemas say of an object's properties. */
export function compareProperties(base: Conjunction, revision: Conjunction): Compared {
  const before = declaredNames(base);
  const after = declaredNames(revision);
  const changes: SchemaChange[] = [];
  const children: Child[] = [];
  for (const name of before) {
    if (after.has(name)) {
      children.push({
        step: { kind: "property", name },
        base: propertyOf(base, name),
        revision: propertyOf(revision, name),
      });
    } else changes.push(removed(base, revision, name));
  }
  for (const name of after) if (!before.has(name)) changes.push(added(base, revision, name));
  changes.push(...requirements(base, revision, before, after), ...others(base, revision, children));
  return { changes, children };
}

function pointerTo(all: Conjunction, name: string): string | undefined {
  const node = all.nodes.find(({ value }) => own(value.properties, name) !== undefined);
  return node && `${node.pointer}/properties/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function isRequired(all: Conjunction, name: string): boolean {
  return all.nodes.some(({ value }) => listOf(value.required).includes(name));
}

function removed(base: Conjunction, revision: Conjunction, name: string): SchemaChange {
  const basePointer = pointerTo(base, name);
  return {
    rule: "property-removed",
    detail: "",
    name,
    ...(basePointer !== undefined && { basePointer }),
    alone: aloneByEdits(
      base,
      revision,
      (all) => withoutProperty(all, name),
      (all) => withProperty(all, base, name),
    ),
    kind: "additive",
  };
}

function added(base: Conjunction, revision: Conjunction, name: string): SchemaChange {
  const revisionPointer = pointerTo(revision, name);
  return {
    rule: isRequired(revision, name) ? "required-property-added" : "property-added",
    detail: "",
    name,
    ...(revisionPointer !== undefined && { revisionPointer }),
    alone: aloneByEdits(
      base,
      revision,
      (all) => withProperty(all, revision, name),
      (all) => withoutProperty(all, name),
    ),
    kind: "additive",
  };
}

/** Names that both declare, or that neither does, which are required on one side only. */
function requirements(
  base: Conjunction,
  revision: Conjunction,
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): SchemaChange[] {
  const names = (all: Conjunction) => new Set(all.nodes.flatMap(({ value }) => listOf(value.required) as string[]));
  const was = names(base);
  const is = names(revision);
  return [...new Set([...was, ...is])]
    .filter((name) => was.has(name) !== is.has(name) && before.has(name) === after.has(name))
    .map((name): SchemaChange => {
      const isNow = is.has(name);
      return {
        rule: isNow ? "property-became-required" : "property-became-optional",
        detail: JSON.stringify(name),
        keyword: "required",
        name,
        ...places(base, revision, ["required"]),
        alone: aloneByEdits(
          base,
          revision,
          (all) => withRequirement(all, revision, name, isNow),
          (all) => withRequirement(all, base, name, !isNow),
        ),
        kind: "additive",
      };
    });
}

/** What holds for properties that no name stands for. */
function others(base: Conjunction, revision: Conjunction, children: Child[]): SchemaChange[] {
  const changes: SchemaChange[] = [];
  const patterns = (all: Conjunction) => new Set(all.nodes.flatMap(patternsIn));
  const before = patterns(base);
  const after = patterns(revision);
  for (const pattern of new Set([...before, ...after])) {
    const one = patternOf(base, pattern);
    const other = patternOf(revision, pattern);
    if (before.has(pattern) && after.has(pattern)) {
      children.push({ step: { kind: "pattern", pattern }, base: one, revision: other });
      continue;
    }
    changes.push({
      ...keywordChange(base, revision, "patternProperties", before.has(pattern) ? "removed" : "added"),
      detail: JSON.stringify(pattern),
      name: pattern,
    });
  }
  const was = additionalOf(base);
  const is = additionalOf(revision);
  const isSaid = (all: Conjunction) => all.never || all.nodes.length > 0;
  if (was.never !== is.never || isSaid(was) !== isSaid(is)) {
    changes.push(keywordChange(base, revision, "additionalProperties", "changed"));
  } else if (isSaid(was) && !was.never) {
    children.push({ step: { kind: "additional" }, base: was, revision: is });
  }
  return changes;
}

function patternOf(all: Conjunction, pattern: string): Conjunction {
  const nodes = all.nodes.filter((node) => patternsIn(node).includes(pattern));
  return conjunctionOf(nodes.map((node) => childOf(node, "patternProperties", pattern)));
}

/** @returns The change of a keyword that holds schemas, as a whole. */
export function keywordChange(
  base: Conjunction,
  revision: Conjunction,
  keyword: string,
  what: "added" | "removed" | "changed",
  together: readonly string[] = [keyword],
): SchemaChange {
  const state = (all: Conjunction) => {
    const values = having(all, keyword).map(({ value }) => value[keyword]);
    return values.length > 1 ? values : values[0];
  };
  return {
    rule: `${keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${what}`,
    detail: "",
    keyword,
    before: state(base),
    after: state(revision),
    ...places(base, revision, [keyword]),
    alone: aloneByKeywords(base, revision, together),
    kind: "additive",
  };
}
