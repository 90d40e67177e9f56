import type { Direction } from "../../finding.ts";
import { type Conjunction, conjunctionOf, type PlainNode } from "./conjunction.ts";
import { areDisjoint } from "./disjoint.ts";
import { entailsKeyword } from "./entails.ts";
import { type Atom, atomOf, atomsOf, valuesOf } from "./facts.ts";
import { childOf, listOf, type SchemaNode, variantOf } from "./node.ts";

/** How many steps one question may take; what isn't shown by then counts as not shown. */
const MAX_STEPS = 5_000;

/** How many steps all questions may take before each gets a few only. */
const MAX_STEPS_IN_ALL = 200_000;
const FEW_STEPS = 100;

/** Choices with more branches aren't taken apart. */
export const MAX_BRANCHES = 100;

/** How deep schemas are followed into each other. */
const MAX_DEPTH = 120;

/** How values are written: in JSON; as texts, where `5` is also a text; in XML, where everything is also a text. */
export type Format = "json" | "text" | "xml";

/** In which way a value travels. */
export interface Way {
  readonly direction: Direction;
  readonly format: Format;
  /**
   * Whether a schema is read to the letter, by which any name may be sent that isn't forbidden. Otherwise a name that
   * only the receiver declares isn't sent, so that it may be declared at any time.
   */
  readonly isOpen: boolean;
}

/** Shows that everything which one schema allows is allowed by another. */
export interface Prover {
  readonly way: Way;
  /**
   * @param sender What may be sent.
   * @param receiver What is taken.
   * @returns Whether it could be shown that the receiver takes everything; false says nothing.
   */
  includes(sender: Conjunction, receiver: Conjunction): boolean;
  /** The same, of parts of the values: a property, an item. */
  insideIncludes(sender: Conjunction, receiver: Conjunction): boolean;
  /** @returns Whether it could be shown that no value is allowed by both, read to the letter. */
  disjoint(one: Conjunction, other: Conjunction, depth?: number): boolean;
  /** The same questions with schemas read to the letter. */
  readonly open: Prover;
}

export function createProver(way: Way): Prover {
  const shown = new Set<string>();
  const refused = new Set<string>();
  const assumed = new Map<string, number>();
  let level = 0;
  let trail: string[] = [];
  let steps = 0;
  let stepsInAll = 0;
  let exhausted = false;
  // What wasn't shown because a question came back to itself may be shown when it is asked by itself.
  let isCut = false;

  const isExhausted = () => {
    steps += 1;
    stepsInAll += 1;
    return steps > (stepsInAll > MAX_STEPS_IN_ALL ? FEW_STEPS : MAX_STEPS);
  };

  const attempt = (key: string, prove: () => boolean): boolean => {
    if (shown.has(key)) return true;
    const since = assumed.get(key);
    // Only a part can be taken to be as the whole is; a question can't be its own answer.
    if (since !== undefined) {
      isCut ||= since >= level;
      return since < level;
    }
    if (refused.has(key)) return false;
    if (isExhausted() || assumed.size > MAX_DEPTH) {
      exhausted = true;
      return false;
    }
    // What recursion leads back to is assumed; where that fails, so does all that was shown with it.
    assumed.set(key, level);
    const start = trail.length;
    const holds = prove();
    assumed.delete(key);
    if (holds) {
      trail.push(key);
      shown.add(key);
    } else {
      for (const earlier of trail.slice(start)) shown.delete(earlier);
      trail = trail.slice(0, start);
      if (!exhausted && !isCut) refused.add(key);
    }
    return holds;
  };

  const includes = (sender: Conjunction, receiver: Conjunction): boolean => {
    if (assumed.size === 0) {
      steps = 0;
      trail = [];
      exhausted = false;
      isCut = false;
    }
    if (sender.never || (sender.key === receiver.key && !receiver.never)) return true;
    return attempt(`${sender.key} ⊆ ${receiver.key}`, () => holds(sender, receiver));
  };

  const holds = (sender: Conjunction, receiver: Conjunction): boolean => {
    if (isImpossible(sender)) return true;
    if (receiver.never) return false;
    if (receiver.nodes.every((node) => entailsNode(sender, node, receiver))) return true;
    return splitsOf(sender, receiver).some((parts) => parts.every((part) => includes(part, receiver)));
  };

  const entailsNode = (sender: Conjunction, node: PlainNode, receiver: Conjunction) =>
    Object.keys(node.value).every((keyword) => entailsKeyword(prover, sender, keyword, node, receiver));

  const insideIncludes = (sender: Conjunction, receiver: Conjunction): boolean => {
    level += 1;
    const holdsInside = includes(sender, receiver);
    level -= 1;
    return holdsInside;
  };

  let open: Prover | undefined;
  const prover: Prover = {
    way,
    includes,
    insideIncludes,
    disjoint(one, other, depth = 0) {
      if (!isExhausted()) return areDisjoint(prover, one, other, depth);
      exhausted = true;
      return false;
    },
    get open() {
      open ??= way.isOpen ? prover : createProver({ ...way, isOpen: true });
      return open;
    },
  };
  return prover;
}

function isImpossible(all: Conjunction): boolean {
  return all.never || atomsOf(all).size === 0 || valuesOf(all)?.length === 0;
}

/** @returns The ways to cut what may be sent into cases which together are all of it. */
function splitsOf(sender: Conjunction, receiver: Conjunction): Conjunction[][] {
  const splits: Conjunction[][] = [];
  const choice = sender.nodes.find(({ value }) => listOf(value.oneOf).length > 0 || listOf(value.anyOf).length > 0);
  if (choice && branchNumber(choice) <= MAX_BRANCHES) splits.push(branchesOf(sender, choice));
  const hasChoice = receiver.nodes.some(({ value }) => value.anyOf || value.oneOf || value.if);
  if (!hasChoice) return splits;
  const values = valuesOf(sender);
  if (values && values.length > 1 && values.length <= 100)
    splits.push(values.map((value) => only(sender, receiver, value)));
  const atoms = mergeNumbers(atomsOf(sender));
  if (atoms.length > 1) splits.push(atoms.map((type) => restricted(sender, receiver, type)));
  return splits;
}

function branchNumber({ value }: PlainNode): number {
  return Math.max(listOf(value.oneOf).length, listOf(value.anyOf).length);
}

/**
 * @param most How many branches are wanted.
 * @returns The cases of a choice: the rest with each of the branches.
 */
export function branchesOf(all: Conjunction, choice: PlainNode, most: number = MAX_BRANCHES): Conjunction[] {
  const keyword = listOf(choice.value.oneOf).length > 0 ? "oneOf" : "anyOf";
  const { [keyword]: branches, ...rest } = choice.value;
  const schemas = listOf(branches).map((_, index) => childOf(choice, keyword, String(index)));
  const remaining = variantOf(choice, `-${keyword}`, rest);
  const others = all.nodes.map((node) => (node === choice ? remaining : node));
  const isExclusive = keyword === "oneOf" && schemas.length <= MAX_BRANCHES;
  return schemas.slice(0, most).map((branch) => {
    const excluded = isExclusive ? schemas.filter((other) => other !== branch) : [];
    return conjunctionOf([...others, branch], [...all.excluded, ...excluded]);
  });
}

function mergeNumbers(atoms: ReadonlySet<Atom>): string[] {
  const hasBoth = atoms.has("integer") && atoms.has("fraction");
  return [...atoms].flatMap((atom) =>
    hasBoth && atom === "fraction"
      ? []
      : hasBoth && atom === "integer"
        ? "number"
        : atom === "fraction"
          ? "number"
          : atom,
  );
}

function restricted(all: Conjunction, like: Conjunction, type: string): Conjunction {
  return withSchema(all, like, `type=${type}`, { type });
}

function only(all: Conjunction, like: Conjunction, value: unknown): Conjunction {
  return withSchema(all, like, `const=${JSON.stringify(value)}/${atomOf(value)}`, { const: value });
}

/**
 * @param like Another conjunction of the same comparison.
 * @returns The conjunction with one more schema, that no document has.
 */
export function withSchema(all: Conjunction, like: Conjunction, mark: string, value: unknown): Conjunction {
  const first = all.nodes[0] ?? like.nodes[0];
  if (!first) return all;
  return conjunctionOf([...all.nodes, variantOf({ ...first, key: first.side.name }, mark, value)], all.excluded);
}

export function branchNodes(node: SchemaNode, keyword: string): SchemaNode[] {
  const value = (node.value as Record<string, unknown>)[keyword];
  return listOf(value).map((_, index) => childOf(node, keyword, String(index)));
}
