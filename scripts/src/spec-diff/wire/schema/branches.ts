import { isObject } from "../../../spec/pointer.ts";
import { type Conjunction, conjunctionOf } from "./conjunction.ts";
import { atomsOf, declaredNames, listedIn, propertyOf } from "./facts.ts";
import { own, type SchemaNode, targetOf } from "./node.ts";

/** Beyond so many comparisons, branches that have no mark in common are taken in their order. */
const MAX_COMPARISONS = 10_000;

/** What a reader calls a branch. */
export function nameOf({ value, pointer }: SchemaNode): string {
  const reference = own(value, "$ref");
  if (typeof reference === "string") return reference.slice(reference.lastIndexOf("/") + 1);
  const title = own(value, "title");
  if (typeof title === "string") return title;
  const type = own(value, "type");
  return typeof type === "string" ? type : `branch ${pointer.slice(pointer.lastIndexOf("/") + 1)}`;
}

interface Matched {
  readonly pairs: [SchemaNode, SchemaNode][];
  readonly removed: SchemaNode[];
  readonly added: SchemaNode[];
}

/** Finds which branch of the one list is which of the other: by reference, by content, by title, by likeness. */
export function matchBranches(before: readonly SchemaNode[], after: readonly SchemaNode[]): Matched {
  const pairs: [SchemaNode, SchemaNode][] = [];
  let removed = [...before];
  let added = [...after];
  for (const mark of [referenceOf, contentOf, titleOf]) {
    const marked = new Map<string, SchemaNode[]>();
    for (const node of added) {
      const key = mark(node);
      if (key !== undefined) marked.set(key, [...(marked.get(key) ?? []), node]);
    }
    const taken = new Set<SchemaNode>();
    removed = removed.filter((node) => {
      const key = mark(node);
      const other = key === undefined ? undefined : marked.get(key)?.shift();
      if (!other) return true;
      taken.add(other);
      pairs.push([node, other]);
      return false;
    });
    added = added.filter((node) => !taken.has(node));
  }
  if (removed.length * added.length > MAX_COMPARISONS) return { pairs, removed, added };
  const alike = removed
    .flatMap((one) => added.map((other) => ({ one, other, likeness: likenessOf(one, other) })))
    .filter(({ likeness }) => likeness > 0)
    .sort((one, other) => other.likeness - one.likeness);
  const done = new Set<SchemaNode>();
  for (const { one, other } of alike) {
    if (done.has(one) || done.has(other)) continue;
    done.add(one).add(other);
    pairs.push([one, other]);
  }
  return { pairs, removed: removed.filter((node) => !done.has(node)), added: added.filter((node) => !done.has(node)) };
}

/** @returns What a branch refers to. */
export function referenceOf({ value }: SchemaNode): string | undefined {
  const reference = own(value, "$ref");
  return typeof reference === "string" ? reference : undefined;
}

function contentOf({ value }: SchemaNode): string {
  return JSON.stringify(value);
}

function titleOf({ value }: SchemaNode): string | undefined {
  const title = own(value, "title");
  return typeof title === "string" ? title : undefined;
}

/** From 0, nothing in common, to 1: the share of the properties that both declare, or that the types are the same. */
function likenessOf(one: SchemaNode, other: SchemaNode): number {
  // A component under another name is the same only where the old name is gone.
  const [was, is] = [referenceOf(one), referenceOf(other)];
  if (was !== undefined && is !== undefined && targetOf(other.side, was) && targetOf(one.side, is)) return 0;
  return likeness(conjunctionOf([one]), conjunctionOf([other]));
}

/** @returns How much two schemas are alike, from 0 to 1. */
export function likeness(was: Conjunction, is: Conjunction): number {
  if (isNamedApart(was, is)) return 0;
  const atoms = (all: Conjunction) => [...atomsOf(all)].join();
  if (atoms(was) !== atoms(is)) return 0;
  const before = declaredNames(was);
  const after = declaredNames(is);
  const all = new Set([...before, ...after]);
  if (all.size === 0) return 0.5;
  const shared = [...before].filter((name) => after.has(name)).length;
  return shared / all.size;
}

/** Branches whose constants differ are different ones, however much they have in common. */
function isNamedApart(one: Conjunction, other: Conjunction): boolean {
  return [...declaredNames(one)].some((name) => {
    const [was, is] = [one, other].map((all) =>
      propertyOf(all, name).nodes.flatMap(({ value }) => (isObject(value) ? (listedIn(value) ?? []) : [])),
    );
    return was?.length === 1 && is?.length === 1 && JSON.stringify(was) !== JSON.stringify(is);
  });
}
