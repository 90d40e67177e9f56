import type { Conjunction } from "../schema/conjunction.ts";
import { boundOf } from "../schema/entails.ts";
import { atomsOf, having } from "../schema/facts.ts";
import { isMultiple } from "../schema/scalars.ts";

/** @returns Numbers that a sender may send, at its limits and those of the receiver. */
export function numbersFor(sender: Conjunction, receiver: Conjunction): number[] {
  const atoms = atomsOf(sender);
  const low = boundOf(sender, "min");
  const high = boundOf(sender, "max");
  const limits = [low, high, boundOf(receiver, "min"), boundOf(receiver, "max")].flatMap((bound) =>
    bound ? [bound.limit] : [],
  );
  const steps = [...having(sender, "multipleOf"), ...having(receiver, "multipleOf")].map(
    ({ value }) => value.multipleOf as number,
  );
  const around = [...limits, 1, 0].flatMap((limit) => [
    limit,
    limit + 1,
    limit - 1,
    ...(atoms.has("fraction") ? [limit + 0.5, limit - 0.5, limit + 0.1] : []),
  ]);
  const multiples = steps.flatMap((step) =>
    [0, 1, -1, ...limits].flatMap((limit) => [
      Math.ceil(limit / step) * step,
      (Math.floor(limit / step) + 1) * step,
      (Math.ceil(limit / step) - 1) * step,
    ]),
  );
  const large = [2 ** 31, 2 ** 40, -(2 ** 31) - 1];
  const own = having(sender, "multipleOf").map(({ value }) => value.multipleOf as number);
  return [...new Set([...around, ...multiples, ...large])].filter(
    (value) =>
      (atoms.has("fraction") || Number.isInteger(value)) &&
      (!low || value > low.limit || (value === low.limit && !low.exclusive)) &&
      (!high || value < high.limit || (value === high.limit && !high.exclusive)) &&
      own.every((step) => isMultiple(value, step)),
  );
}
