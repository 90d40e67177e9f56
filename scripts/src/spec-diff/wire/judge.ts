import type { Direction } from "../finding.ts";
import { PROPERTY_RULES } from "./schema/compare-schemas.ts";
import type { Alone, Pair, SchemaChange, Sense } from "./schema/pair.ts";
import { createProver, type Format, type Prover } from "./schema/prover.ts";
import type { SchemaRoot } from "./schema-roots.ts";

/** Where a change is reached, and how. */
export interface Place {
  readonly root: SchemaRoot;
  readonly rootPair: Pair;
  readonly pair: Pair;
  readonly sense: Sense;
}

/** Decides whether a change of a schema breaks a request or an answer. */
export class Judge {
  readonly #provers = new Map<string, Prover>();
  readonly #included = new Map<string, boolean>();
  readonly #effects = new Map<Alone, Map<string, boolean>>();

  prover(direction: Direction, format: Format): Prover {
    const key = `${direction} ${format}`;
    let prover = this.#provers.get(key);
    if (!prover) {
      prover = createProver({ direction, format, isOpen: false });
      this.#provers.set(key, prover);
    }
    return prover;
  }

  /** Whether a change breaks at a place, and the whole doesn't make up for it. */
  breaks(change: SchemaChange, place: Place): boolean {
    const { root } = place;
    if (change.breaksIn === root.use.direction) return true;
    const breaks =
      this.#breaksAlone(change, change.alone, place) ||
      (change.joint !== undefined &&
        !place.pair.changes.some((other) => this.#breaksAlone(other, other.alone, place)) &&
        this.#breaksAlone(change, change.joint, place));
    return breaks && !this.#isIncluded(place);
  }

  #breaksAlone(change: SchemaChange, alone: Alone | undefined, { root, sense }: Place): boolean {
    if (!alone) return false;
    const less = (root.use.direction === "request") === (sense !== "reversed");
    return this.#effect(change, alone, root, less) || (sense === "either" && this.#effect(change, alone, root, !less));
  }

  /** Whether all that may be sent is taken: then whatever changed inside did no harm. */
  #isIncluded({ root, rootPair }: Place): boolean {
    const key = `${rootPair.key} ${root.use.direction} ${root.format}`;
    let isIncluded = this.#included.get(key);
    if (isIncluded === undefined) {
      const [sender, receiver] =
        root.use.direction === "request" ? [rootPair.base, rootPair.revision] : [rootPair.revision, rootPair.base];
      isIncluded = this.prover(root.use.direction, root.format).open.includes(sender, receiver);
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
      const exact = this.prover(root.use.direction, root.format);
      // A name may be declared, or no longer be, at any time; all else is read to the letter.
      const prover = PROPERTY_RULES.has(change.rule) ? exact : exact.open;
      effect = less
        ? !prover.includes(base, baseWith) && !prover.includes(revisionWithout, revision)
        : !prover.includes(baseWith, base) && !prover.includes(revision, revisionWithout);
      effects.set(key, effect);
    }
    return effect;
  }
}
