import type { Edge, Pair, Sense } from "./pair.ts";

/** A pair that was reached, and from where. */
export interface Visit {
  readonly pair: Pair;
  readonly sense: Sense;
  readonly edge?: Edge;
  readonly from?: Visit;
}

/** @returns The way to a visit, from where the walk began. */
export function pathTo(visit: Visit): Edge[] {
  const path: Edge[] = [];
  for (let at: Visit | undefined = visit; at?.edge; at = at.from) path.push(at.edge);
  return path.reverse();
}

/** @returns Every pair with changes that can be reached, by the shortest way, once for each sense. */
export function walk(start: Pair, leading: ReadonlySet<Pair>): Visit[] {
  const seen: Record<Sense, Set<Pair>> = { same: new Set([start]), reversed: new Set(), either: new Set() };
  const queue: Visit[] = [{ pair: start, sense: "same" }];
  for (const visit of queue) {
    for (const edge of visit.pair.edges) {
      const sense = through(visit.sense, edge.sense);
      if (!leading.has(edge.pair) || seen[sense].has(edge.pair)) continue;
      seen[sense].add(edge.pair);
      queue.push({ pair: edge.pair, sense, edge, from: visit });
    }
  }
  return queue.filter(({ pair }) => pair.changes.length > 0);
}

function through(outer: Sense, inner: Sense): Sense {
  if (outer === "either" || inner === "either") return "either";
  if (inner === "same") return outer;
  return outer === "same" ? "reversed" : "same";
}
