import { annotationChanges } from "./annotations.ts";
import { compareChoices, compareWrapped, joinedChanges } from "./choices.ts";
import type { Conjunction } from "./conjunction.ts";
import { areUnrelated, facetChanges } from "./facets.ts";
import type { Edge, Pair, SchemaChange, Sense } from "./pair.ts";
import { type Child, compareProperties } from "./properties.ts";
import type { Prover } from "./prover.ts";
import { compareSubschemas } from "./subschemas.ts";

/** Changes of a name that one of the two schemas doesn't have. */
export const PROPERTY_RULES: ReadonlySet<string> = new Set([
  "property-added",
  "property-removed",
  "required-property-added",
]);

/** Compares schemas that stand at the same places, each two of them once however often they are referred to. */
export interface SchemaComparison {
  /** @returns The two schemas, with their changes and all that they lead to. */
  pairOf(base: Conjunction, revision: Conjunction): Pair;
  /** @returns The pairs from which a change can be reached. */
  leadingToChanges(): ReadonlySet<Pair>;
}

/**
 * @param equality Provers that read schemas to the letter, for each direction: what they show to be the same is no
 *   change, however differently it is written.
 */
export function createSchemaComparison(equality: readonly Prover[]): SchemaComparison {
  const pairs = new Map<string, Pair>();
  const waiting: Pair[] = [];

  const known = (base: Conjunction, revision: Conjunction): Pair => {
    const key = `${base.key} ~ ${revision.key}`;
    const found = pairs.get(key);
    if (found) return found;
    const pair: Pair = { key, base, revision, changes: [], edges: [], parents: [] };
    pairs.set(key, pair);
    waiting.push(pair);
    return pair;
  };

  const compare = (pair: Pair): void => {
    const { base, revision } = pair;
    const link = ({ step, base: one, revision: other }: Child, sense: Sense = "same") => {
      const child = known(one, other);
      const edge: Edge = { step, sense, pair: child };
      pair.edges.push(edge);
      child.parents.push(pair);
    };
    pair.changes.push(...annotationChanges(base, revision));
    const changes: SchemaChange[] = joinedChanges(base, revision);
    const wrapped = base.never === revision.never ? compareWrapped(base, revision) : undefined;
    if (base.never !== revision.never) changes.push(neverChange(base, revision));
    else if (wrapped) {
      // What comes to the same is no change, and no part of it is one.
      if (!isSame(base, revision)) for (const child of wrapped.children) link(child);
      changes.push(...wrapped.changes);
    } else {
      changes.push(...facetChanges(base, revision));
      if (!areUnrelated(base, revision)) changes.push(...partChanges(base, revision, link));
    }
    if (changes.length === 0) return;
    const kept = isSame(base, revision) ? changes.filter(({ breaksIn }) => breaksIn !== undefined) : changes;
    pair.changes.push(...withJoint(base, revision, kept));
  };

  const partChanges = (base: Conjunction, revision: Conjunction, link: (child: Child, sense?: Sense) => void) => {
    const properties = compareProperties(base, revision);
    const choices = compareChoices(base, revision);
    const subschemas = compareSubschemas(base, revision);
    for (const child of [...properties.children, ...choices.children]) link(child);
    subschemas.children.forEach((child, index) => {
      link(child, subschemas.senses[index]);
    });
    return [...properties.changes, ...choices.changes, ...subschemas.changes];
  };

  const isSame = (base: Conjunction, revision: Conjunction) =>
    equality.every((prover) => prover.includes(base, revision) && prover.includes(revision, base));

  return {
    pairOf(base, revision) {
      const pair = known(base, revision);
      for (let next = waiting.pop(); next; next = waiting.pop()) compare(next);
      return pair;
    },
    leadingToChanges() {
      const leading = new Set([...pairs.values()].filter(({ changes }) => changes.length > 0));
      for (const pair of leading) for (const parent of pair.parents) leading.add(parent);
      return leading;
    },
  };
}

/**
 * Keywords can make up for each other, so that no change of one breaks alone; then the first stands for all. Names that
 * only one of the two has would always tell them apart.
 */
function withJoint(
  base: Conjunction,
  revision: Conjunction,
  changes: readonly SchemaChange[],
): readonly SchemaChange[] {
  const [first, ...others] = changes;
  if (!first || others.length === 0 || changes.some(({ rule }) => PROPERTY_RULES.has(rule))) return changes;
  return [{ ...first, joint: { base, baseWith: revision, revisionWithout: base, revision } }, ...others];
}

function neverChange(base: Conjunction, revision: Conjunction): SchemaChange {
  const [was, is] = [base.nodes[0]?.pointer, revision.nodes[0]?.pointer];
  return {
    rule: revision.never ? "schema-forbids-all" : "schema-allows-some",
    detail: "",
    ...(was !== undefined && { basePointer: was }),
    ...(is !== undefined && { revisionPointer: is }),
    alone: { base, baseWith: revision, revisionWithout: base, revision },
    kind: "additive",
  };
}
