import { type Conjunction, conjunctionOf } from "./conjunction.ts";
import { boundOf } from "./entails.ts";
import { atomsOf, propertyOf, requiredIn, strongest, valuesOf } from "./facts.ts";
import { childOf, listOf } from "./node.ts";
import { branchesOf, MAX_BRANCHES, type Prover } from "./prover.ts";
import { holdsFor } from "./scalars.ts";

/** How deep required properties are followed. */
const MAX_DEPTH = 6;

/** @returns Whether it could be shown that no value is allowed by both schemas. */
export function areDisjoint(prover: Prover, one: Conjunction, other: Conjunction, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const both = conjunctionOf([...one.nodes, ...other.nodes]);
  if (one.never || other.never || both.never) return true;
  const atoms = atomsOf(both);
  if (atoms.size === 0) return true;
  const values = valuesOf(both);
  if (values) return values.every((value) => both.nodes.some((node) => !holdsFor(value, node.value)));
  if (refutesNot(prover, one, other) || refutesNot(prover, other, one)) return true;
  if ([...atoms].every((atom) => atom === "integer" || atom === "fraction") && hasNoNumber(both)) return true;
  if (atoms.size === 1 && atoms.has("string")) return isEmptyRange(both, "minLength", "maxLength");
  if (atoms.size === 1 && atoms.has("array")) return isEmptyRange(both, "minItems", "maxItems");
  if (atoms.size === 1 && atoms.has("object") && hasImpossibleProperty(prover, one, other, both, depth)) return true;
  return splitsApart(prover, one, other, depth) || splitsApart(prover, other, one, depth);
}

function refutesNot(prover: Prover, one: Conjunction, other: Conjunction): boolean {
  return one.nodes.some(
    (node) => node.value.not !== undefined && prover.open.includes(other, conjunctionOf([childOf(node, "not")])),
  );
}

function hasNoNumber(both: Conjunction): boolean {
  const low = boundOf(both, "min");
  const high = boundOf(both, "max");
  if (!low || !high) return false;
  return low.limit > high.limit || (low.limit === high.limit && (low.exclusive || high.exclusive));
}

function isEmptyRange(both: Conjunction, least: string, most: string): boolean {
  const low = strongest(both, least, "max");
  const high = strongest(both, most, "min");
  return low !== undefined && high !== undefined && low > high;
}

function hasImpossibleProperty(
  prover: Prover,
  one: Conjunction,
  other: Conjunction,
  both: Conjunction,
  depth: number,
): boolean {
  return [...requiredIn(both, prover.way.direction)].some(
    (name) =>
      propertyOf(both, name).never || prover.disjoint(propertyOf(one, name), propertyOf(other, name), depth + 1),
  );
}

function splitsApart(prover: Prover, one: Conjunction, other: Conjunction, depth: number): boolean {
  const choice = one.nodes.find(({ value }) => listOf(value.oneOf).length > 0 || listOf(value.anyOf).length > 0);
  if (!choice) return false;
  if (Math.max(listOf(choice.value.oneOf).length, listOf(choice.value.anyOf).length) > MAX_BRANCHES) return false;
  return branchesOf(one, choice).every((branch) => prover.disjoint(branch, other, depth + 1));
}
