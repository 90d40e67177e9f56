import { type Conjunction, conjunctionOf, type PlainNode } from "./conjunction.ts";
import { atomsOf, having, itemOf, prefixLength, strongest } from "./facts.ts";
import { childOf, listOf } from "./node.ts";
import type { Prover } from "./prover.ts";

interface Question {
  readonly prover: Prover;
  readonly sender: Conjunction;
  readonly node: PlainNode;
  readonly receiver: Conjunction;
  /** The most items that may be sent. */
  readonly most: number;
  /** The keyword's value, where it is a number. */
  readonly limit: number;
}

/** @returns Whether every array that may be sent keeps to one keyword of the receiver's. */
export function entailsArray(
  prover: Prover,
  sender: Conjunction,
  keyword: string,
  node: PlainNode,
  receiver: Conjunction,
): boolean {
  const rule = RULES[keyword];
  if (!rule || !Object.hasOwn(RULES, keyword) || !atomsOf(sender).has("array")) return true;
  const most = Math.min(strongest(sender, "maxItems", "min") ?? Number.POSITIVE_INFINITY, shortest(sender));
  return rule({ prover, sender, node, receiver, most, limit: node.value[keyword] as number });
}

/** Where an item is impossible, the array ends before it. */
function shortest(sender: Conjunction): number {
  const length = prefixLength(sender);
  for (let index = 0; index <= length; index += 1) if (itemOf(sender, index).never) return index;
  return Number.POSITIVE_INFINITY;
}

const RULES: Readonly<Record<string, (question: Question) => boolean>> = {
  minItems: ({ sender, limit }) => (strongest(sender, "minItems", "max") ?? 0) >= limit,
  maxItems: ({ most, limit }) => most <= limit,
  uniqueItems: ({ sender, node, most }) =>
    node.value.uniqueItems !== true ||
    most <= 1 ||
    having(sender, "uniqueItems").some(({ value }) => value.uniqueItems === true),
  prefixItems: ({ prover, sender, node, most }) =>
    listOf(node.value.prefixItems).every(
      (_, index) =>
        index >= most ||
        prover.insideIncludes(itemOf(sender, index), conjunctionOf([childOf(node, "prefixItems", String(index))])),
    ),
  items: (question) => takesRest(question, listOf(question.node.value.prefixItems).length, "items"),
  unevaluatedItems: (question) => {
    const { receiver } = question;
    if (receiver.nodes.some(({ value }) => value.items !== undefined)) return true;
    return takesRest(question, prefixLength(receiver), "unevaluatedItems");
  },
  contains: ({ prover, sender, node }) => {
    const wanted = conjunctionOf([childOf(node, "contains")]);
    const least = node.value.minContains ?? 1;
    const most = node.value.maxContains ?? Number.POSITIVE_INFINITY;
    return having(sender, "contains").some(({ value }, index) => {
      const part = having(sender, "contains")[index] as PlainNode;
      const own = conjunctionOf([childOf(part, "contains")]);
      const hasLeast =
        least === 0 ||
        (((value.minContains ?? 1) as number) >= (least as number) && prover.insideIncludes(own, wanted));
      const ownMost = (value.maxContains ?? Number.POSITIVE_INFINITY) as number;
      return (
        hasLeast &&
        (most === Number.POSITIVE_INFINITY || (ownMost <= (most as number) && prover.open.insideIncludes(wanted, own)))
      );
    });
  },
};

function takesRest({ prover, sender, node, most }: Question, from: number, keyword: string): boolean {
  const taken = conjunctionOf([childOf(node, keyword)]);
  const length = Math.max(prefixLength(sender), from);
  for (let index = from; index <= length; index += 1) {
    if (index < most && !prover.insideIncludes(itemOf(sender, index), taken)) return false;
  }
  return true;
}
