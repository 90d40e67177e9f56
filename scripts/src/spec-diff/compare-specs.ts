import type { Finding } from "./finding.ts";
import { mergeFindings } from "./merge-findings.ts";
import { compareTypes, type Versions } from "./types/compare-types.ts";
import { compareWire } from "./wire/compare-wire.ts";

/** What changed between two versions. */
export interface Comparison {
  readonly findings: readonly Finding[];
  /** What couldn't be looked at. */
  readonly notes: readonly string[];
}

/** @returns For each pair of versions, what changed: on the wire and for those who compile against the client. */
export async function compareSpecs(specs: readonly Versions[]): Promise<Comparison[]> {
  const [types, ...wire] = await Promise.all([
    compareTypes(specs),
    ...specs.map(({ base, revision }) => compareWire(base, revision)),
  ]);
  return types.map((review, index) => ({
    findings: mergeFindings(wire[index] ?? [], review),
    notes: review.failure === undefined ? [] : [`the types couldn't be compared: ${review.failure}`],
  }));
}
