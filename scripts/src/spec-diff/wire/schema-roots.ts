import type { Direction, OperationUse, Witness } from "../finding.ts";
import type { Findings } from "./report.ts";
import { createSchemaComparison } from "./schema/compare-schemas.ts";
import { conjunctionOf } from "./schema/conjunction.ts";
import type { SchemaNode } from "./schema/node.ts";
import type { Edge, Pair, SchemaChange, Sense } from "./schema/pair.ts";
import { createProver, type Prover } from "./schema/prover.ts";
import { findWitness } from "./witness/find-witness.ts";
import { createValidators } from "./witness/validator.ts";
import { schemaWords } from "./words.ts";

/** A body, a parameter or a header, as both documents have it. */
export interface SchemaRoot {
  readonly use: OperationUse;
  /** What a reader calls it: `body application/json`. */
  readonly where: string;
  /** Whether values are texts on the wire. */
  readonly isText: boolean;
  readonly base: SchemaNode;
  readonly revision: SchemaNode;
}

/** How a change is reached from a root. */
interface Reached {
  readonly root: SchemaRoot;
  readonly rootPair: Pair;
  readonly path: readonly Edge[];
  readonly sense: Sense;
}

/** In how many places a witness for one change is looked for. */
const MAX_PLACES = 6;

/** Compares every schema that travels, and tells each change once, with all the operations that it reaches. */
export class SchemaRoots {
  readonly #roots: SchemaRoot[] = [];
  readonly #provers = new Map<string, Prover>();
  readonly #included = new Map<string, boolean>();
  readonly #effects = new Map<SchemaChange, Map<string, boolean>>();

  add(root: SchemaRoot): void {
    this.#roots.push(root);
  }

  report(findings: Findings): void {
    const letter = (["request", "answer"] as const).map((direction) => this.#prover(direction, false).open);
    const comparison = createSchemaComparison(letter);
    const compared = this.#roots.map((root) => ({
      root,
      rootPair: comparison.pairOf(conjunctionOf([root.base]), conjunctionOf([root.revision])),
    }));
    const leading = comparison.leadingToChanges();
    const reached = new Map<SchemaChange, Reached[]>();
    for (const { root, rootPair } of compared) {
      if (!leading.has(rootPair)) continue;
      for (const { pair, path, sense } of walk(rootPair, leading)) {
        for (const change of pair.changes) {
          const list = reached.get(change) ?? [];
          list.push({ root, rootPair, path, sense });
          reached.set(change, list);
        }
      }
    }
    const validators = createValidators();
    for (const [change, places] of reached) {
      const broken = places.filter((place) => this.#breaks(change, place));
      const witness = this.#witness(broken, validators);
      const [first] = (broken.length > 0 ? broken : places) as [Reached];
      findings.add({
        rule: change.rule,
        detail: change.detail,
        basePointer: change.basePointer ?? (change.revisionPointer === undefined ? first.root.base.pointer : undefined),
        revisionPointer: change.revisionPointer,
        operations: places.map(({ root }) => root.use),
        ...(broken.length > 0 && { broken: broken.map(({ root }) => root.use), witness: witness ?? "unproven" }),
        kind: change.kind,
        words: schemaWords(change, first.path, first.root),
      });
    }
  }

  #prover(direction: Direction, isText: boolean): Prover {
    const key = `${direction} ${isText}`;
    let prover = this.#provers.get(key);
    if (!prover) {
      prover = createProver({ direction, isText, isOpen: false });
      this.#provers.set(key, prover);
    }
    return prover;
  }

  /** Whether a change, made alone, breaks at a place, and the whole doesn't make up for it. */
  #breaks(change: SchemaChange, { root, rootPair, sense }: Reached): boolean {
    if (!change.alone) return false;
    const isRequest = root.use.direction === "request";
    const less = isRequest === (sense !== "reversed");
    const isLess = this.#effect(change, root, less);
    const breaks = isLess || (sense === "either" && this.#effect(change, root, !less));
    if (!breaks) return false;
    const key = `${rootPair.key} ${root.use.direction} ${root.isText}`;
    let isIncluded = this.#included.get(key);
    if (isIncluded === undefined) {
      const [sender, receiver] = isRequest ? [rootPair.base, rootPair.revision] : [rootPair.revision, rootPair.base];
      isIncluded = this.#prover(root.use.direction, root.isText).includes(sender, receiver);
      this.#included.set(key, isIncluded);
    }
    return !isIncluded;
  }

  /** Whether a change alone makes a schema allow less (or more). */
  #effect(change: SchemaChange, root: SchemaRoot, less: boolean): boolean {
    const key = `${root.use.direction} ${root.isText} ${less}`;
    const effects = this.#effects.get(change) ?? new Map<string, boolean>();
    this.#effects.set(change, effects);
    let effect = effects.get(key);
    if (effect === undefined) {
      const { base, baseWith, revisionWithout, revision } = change.alone as NonNullable<SchemaChange["alone"]>;
      const prover = this.#prover(root.use.direction, root.isText);
      effect = less
        ? !prover.includes(base, baseWith) && !prover.includes(revisionWithout, revision)
        : !prover.includes(baseWith, base) && !prover.includes(revision, revisionWithout);
      effects.set(key, effect);
    }
    return effect;
  }

  #witness(broken: readonly Reached[], validators: ReturnType<typeof createValidators>): Witness | undefined {
    for (const { root, rootPair, path } of broken.slice(0, MAX_PLACES)) {
      const witness = findWitness(
        {
          direction: root.use.direction,
          operationId: root.use.operationId,
          where: root.where,
          isText: root.isText,
          base: root.base,
          revision: root.revision,
          root: rootPair,
          path,
        },
        validators,
      );
      if (witness) return witness;
    }
    return undefined;
  }
}

/** Every pair that can be reached and leads to a change, by the shortest path, once for each sense. */
function* walk(start: Pair, leading: ReadonlySet<Pair>): Generator<{ pair: Pair; path: Edge[]; sense: Sense }> {
  interface Visit {
    readonly pair: Pair;
    readonly sense: Sense;
    readonly edge?: Edge;
    readonly from?: Visit;
  }
  const seen = new Set<string>();
  const queue: Visit[] = [{ pair: start, sense: "same" }];
  for (const visit of queue) {
    const mark = `${visit.sense} ${visit.pair.key}`;
    if (seen.has(mark)) continue;
    seen.add(mark);
    if (visit.pair.changes.length > 0) {
      const path: Edge[] = [];
      for (let at: Visit | undefined = visit; at?.edge; at = at.from) path.unshift(at.edge);
      yield { pair: visit.pair, path, sense: visit.sense };
    }
    for (const edge of visit.pair.edges) {
      if (leading.has(edge.pair))
        queue.push({ pair: edge.pair, sense: through(visit.sense, edge.sense), edge, from: visit });
    }
  }
}

function through(outer: Sense, inner: Sense): Sense {
  if (outer === "either" || inner === "either") return "either";
  if (inner === "same") return outer;
  return outer === "same" ? "reversed" : "same";
}
