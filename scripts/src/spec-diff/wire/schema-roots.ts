import type { OperationUse, Witness } from "../finding.ts";
import { Judge } from "./judge.ts";
import type { Findings } from "./report.ts";
import { createSchemaComparison } from "./schema/compare-schemas.ts";
import { conjunctionOf } from "./schema/conjunction.ts";
import type { SchemaNode } from "./schema/node.ts";
import type { Edge, Pair, SchemaChange } from "./schema/pair.ts";
import type { Format } from "./schema/prover.ts";
import { pathTo, walk } from "./schema/walk.ts";
import { findWitness } from "./witness/find-witness.ts";
import { createValidators, type Validators } from "./witness/validator.ts";
import { schemaWords } from "./words.ts";

/** A body, a parameter or a header, as both documents have it. */
export interface SchemaRoot {
  readonly use: OperationUse;
  /** What a reader calls it: `body application/json`. */
  readonly where: string;
  readonly format: Format;
  readonly base: SchemaNode;
  readonly revision: SchemaNode;
}

/** What is known of a change after all roots were looked at. */
interface Told {
  readonly operations: Set<OperationUse>;
  readonly broken: Set<OperationUse>;
  /** Where it was reached first; of those where it breaks, some. */
  readonly places: Reached[];
}

interface Reached {
  readonly root: SchemaRoot;
  readonly rootPair: Pair;
  readonly path: readonly Edge[];
}

/** In how many places a witness for one change is looked for. */
const MAX_PLACES = 6;

/** Compares every schema that travels, and tells each change once, with all the operations that it reaches. */
export class SchemaRoots {
  readonly #roots: SchemaRoot[] = [];

  add(root: SchemaRoot): void {
    this.#roots.push(root);
  }

  report(findings: Findings): void {
    const validators = createValidators();
    for (const [change, { operations, broken, places }] of this.#tell()) {
      const [first] = places as [Reached];
      const breaks = broken.size > 0;
      findings.add({
        rule: change.rule,
        detail: change.detail,
        basePointer: change.basePointer ?? (change.revisionPointer === undefined ? first.root.base.pointer : undefined),
        revisionPointer: change.revisionPointer,
        operations: [...operations],
        ...(breaks && { broken: [...broken], witness: witnessAt(places, validators) ?? "unproven" }),
        kind: change.kind,
        words: schemaWords(change, first.path, first.root, namesIn(breaks ? broken : operations) > 1),
      });
    }
  }

  #tell(): Map<SchemaChange, Told> {
    const judge = new Judge();
    const letter = (["request", "answer"] as const).map((direction) => judge.prover(direction, "json").open);
    const comparison = createSchemaComparison(letter);
    const groups = new Map<Pair, SchemaRoot[]>();
    for (const root of this.#roots) {
      const pair = comparison.pairOf(conjunctionOf([root.base]), conjunctionOf([root.revision]));
      const group = groups.get(pair);
      if (group) group.push(root);
      else groups.set(pair, [root]);
    }
    const leading = comparison.leadingToChanges();
    const told = new Map<SchemaChange, Told>();
    for (const [rootPair, roots] of groups) {
      if (!leading.has(rootPair)) continue;
      for (const visit of walk(rootPair, leading)) {
        for (const change of visit.pair.changes) {
          const known = told.get(change) ?? { operations: new Set(), broken: new Set(), places: [] };
          told.set(change, known);
          for (const root of roots) {
            known.operations.add(root.use);
            const breaks = judge.breaks(change, { root, rootPair, pair: visit.pair, sense: visit.sense });
            if (breaks && known.broken.size === 0) known.places.length = 0;
            if (breaks) known.broken.add(root.use);
            const isWanted = known.places.length === 0 || (breaks && known.places.length < MAX_PLACES);
            if (isWanted) known.places.push({ root, rootPair, path: pathTo(visit) });
          }
        }
      }
    }
    return told;
  }
}

function namesIn(operations: ReadonlySet<OperationUse>): number {
  return new Set([...operations].map(({ operationId }) => operationId)).size;
}

function witnessAt(places: readonly Reached[], validators: Validators): Witness | undefined {
  for (const { root, rootPair, path } of places) {
    const { use, where, format, base, revision } = root;
    const { direction, operationId } = use;
    const question = { direction, operationId, where, format, base, revision, root: rootPair, path };
    const witness = findWitness(question, validators);
    if (witness) return witness;
  }
  return undefined;
}
