import { isObject } from "../../../spec/pointer.ts";
import { type Conjunction, conjunctionOf } from "./conjunction.ts";
import { having, itemOf, prefixLength } from "./facts.ts";
import { childOf, own } from "./node.ts";
import type { SchemaChange, Sense, Step } from "./pair.ts";
import { type Compared, keywordChange } from "./properties.ts";

/** Keywords with one schema that speaks of the value, or of a part of it. */
const SINGLE: readonly { keyword: string; step: Step; sense: Sense; together?: readonly string[] }[] = [
  { keyword: "propertyNames", step: { kind: "name" }, sense: "same" },
  { keyword: "unevaluatedProperties", step: { kind: "additional" }, sense: "same" },
  { keyword: "unevaluatedItems", step: { kind: "additional" }, sense: "same" },
  {
    keyword: "contains",
    step: { kind: "contained" },
    sense: "either",
    together: ["contains", "minContains", "maxContains"],
  },
  { keyword: "contentSchema", step: { kind: "same" }, sense: "same" },
  { keyword: "not", step: { kind: "not" }, sense: "reversed" },
  { keyword: "if", step: { kind: "condition" }, sense: "either", together: ["if", "then", "else"] },
  { keyword: "then", step: { kind: "same" }, sense: "same" },
  { keyword: "else", step: { kind: "same" }, sense: "same" },
];

/** Compares what two schemas say of items, and by keywords that hold one schema. */
export function compareSubschemas(base: Conjunction, revision: Conjunction): Compared & { senses: readonly Sense[] } {
  const changes: SchemaChange[] = [];
  const children: { step: Step; base: Conjunction; revision: Conjunction }[] = [];
  const senses: Sense[] = [];
  const add = (step: Step, one: Conjunction, other: Conjunction, sense: Sense = "same") => {
    children.push({ step, base: one, revision: other });
    senses.push(sense);
  };
  for (const { keyword, step, sense, together } of SINGLE) {
    const was = under(base, keyword);
    const is = under(revision, keyword);
    if (!was && !is) continue;
    if (!was || !is || was.never !== is.never) {
      const isOpen = (all: Conjunction | undefined) =>
        !all || (!all.never && all.nodes.length === 0 && sense === "same");
      if (isOpen(was) && isOpen(is)) continue;
      changes.push(keywordChange(base, revision, keyword, !was ? "added" : !is ? "removed" : "changed", together));
    } else add(step, was, is, sense);
  }
  compareItems(base, revision, changes, add);
  compareDependents(base, revision, changes, add);
  return { changes, children, senses };
}

function under(all: Conjunction, keyword: string): Conjunction | undefined {
  const schemas = having(all, keyword).map((node) => childOf(node, keyword));
  return schemas.length > 0 ? conjunctionOf(schemas) : undefined;
}

type Add = (step: Step, base: Conjunction, revision: Conjunction, sense?: Sense) => void;

function compareItems(base: Conjunction, revision: Conjunction, changes: SchemaChange[], add: Add): void {
  const was = prefixLength(base);
  const is = prefixLength(revision);
  for (let index = 0; index < Math.min(was, is); index += 1) {
    add({ kind: "item", index }, itemOf(base, index), itemOf(revision, index));
  }
  if (was !== is) {
    // What `items` speaks of begins where the prefix ends: both change together.
    changes.push({
      ...keywordChange(base, revision, "prefixItems", was < is ? "added" : "removed", ["prefixItems", "items"]),
      detail: `${was}→${is}`,
    });
    return;
  }
  const one = under(base, "items");
  const other = under(revision, "items");
  if (!one && !other) return;
  if (one && other && one.never === other.never) add({ kind: "item", index: was }, one, other);
  else changes.push(keywordChange(base, revision, "items", !one ? "added" : !other ? "removed" : "changed"));
}

function compareDependents(base: Conjunction, revision: Conjunction, changes: SchemaChange[], add: Add): void {
  const names = (all: Conjunction) =>
    new Set(
      having(all, "dependentSchemas").flatMap(({ value }) =>
        isObject(value.dependentSchemas) ? Object.keys(value.dependentSchemas) : [],
      ),
    );
  const was = names(base);
  const is = names(revision);
  for (const name of new Set([...was, ...is])) {
    if (was.has(name) && is.has(name)) {
      add({ kind: "same" }, dependentOf(base, name), dependentOf(revision, name));
      continue;
    }
    changes.push({
      ...keywordChange(base, revision, "dependentSchemas", was.has(name) ? "removed" : "added"),
      detail: JSON.stringify(name),
      name,
    });
  }
}

function dependentOf(all: Conjunction, name: string): Conjunction {
  const nodes = all.nodes.filter(({ value }) => own(value.dependentSchemas, name) !== undefined);
  return conjunctionOf(nodes.map((node) => childOf(node, "dependentSchemas", name)));
}
