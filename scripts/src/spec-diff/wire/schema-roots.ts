import type { Direction, OperationUse, Witness } from "../finding.ts";
import type { Findings } from "./report.ts";
import { createSchemaComparison, PROPERTY_RULES } from "./schema/compare-schemas.ts";
import { conjunctionOf } from "./schema/conjunction.ts";
import type { SchemaNode } from "./schema/node.ts";
import type { Alone, Edge, Pair, SchemaChange, Sense } from "./schema/pair.ts";
import { createProver, type Format, type Prover } from "./schema/prover.ts";
import { findWitness } from "./witness/find-witness.ts";
import { createValidators } from "./witness/validator.ts";
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

/** How a change is reached from a root. */
interface Reached {
  readonly root: SchemaRoot;
  readonly rootPair: Pair;
  readonly pair: Pair;
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
  readonly #effects = new Map<Alone, Map<string, boolean>>();

  add(root: SchemaRoot): void {
    this.#roots.push(root);
  }

  report(findings: Findings): void {
    const letter = (["request", "answer"] as const).map((direction) => this.#prover(direction, "json").open);
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
          list.push({ root, rootPair, pair, path, sense });
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

  #prover(direction: Direction, format: Format): Prover {
    const key = `${direction} ${format}`;
    let prover = this.#provers.get(key);
    if (!prover) {
      prover = createProver({ direction, format, isOpen: false });
      this.#provers.set(key, prover);
    }
    return prover;
  }

  /** Whether a change breaks at a place, and the whole doesn't make up for it. */
  #breaks(change: SchemaChange, place: Reached): boolean {
    const { root } = place;
    if (change.breaksIn === root.use.direction) return true;
    const breaks =
      this.#breaksAlone(change, change.alone, place) ||
      (change.joint !== undefined &&
        !place.pair.changes.some((other) => this.#breaksAlone(other, other.alone, place)) &&
        this.#breaksAlone(change, change.joint, place));
    return breaks && !this.#isIncluded(place);
  }

  #breaksAlone(change: SchemaChange, alone: Alone | undefined, { root, sense }: Reached): boolean {
    if (!alone) return false;
    const less = (root.use.direction === "request") === (sense !== "reversed");
    return this.#effect(change, alone, root, less) || (sense === "either" && this.#effect(change, alone, root, !less));
  }

  /** Whether all that may be sent is taken: then whatever changed inside did no harm. */
  #isIncluded({ root, rootPair }: Reached): boolean {
    const key = `${rootPair.key} ${root.use.direction} ${root.format}`;
    let isIncluded = this.#included.get(key);
    if (isIncluded === undefined) {
      const [sender, receiver] =
        root.use.direction === "request" ? [rootPair.base, rootPair.revision] : [rootPair.revision, rootPair.base];
      isIncluded = this.#prover(root.use.direction, root.format).open.includes(sender, receiver);
      this.#included.set(key, isIncluded);
    }
    return isIncluded;
  }

  /** Whether a change by itself makes a schema allow less (or more). */
  #effect(change: SchemaChange, alone: Alone, root: SchemaRoot, less: boolean): boolean {
    const key = `${root.use.direction} ${root.format} ${less}`;
    const effects = this.#effects.get(alone) ?? new Map<string, boolean>();
    this.#effects.set(alone, effects);
    let effect = effects.get(key);
    if (change.only !== undefined && (change.only === "less") !== less) return false;
    if (effect === undefined) {
      const { base, baseWith, revisionWithout, revision } = alone;
      const exact = this.#prover(root.use.direction, root.format);
      // A name may be declared, or no longer be, at any time; all else is read to the letter.
      const prover = PROPERTY_RULES.has(change.rule) ? exact : exact.open;
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
          format: root.format,
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
