import type { Finding } from "./finding.ts";
import { mergeFindings } from "./merge-findings.ts";
import { compareTypes, type Versions } from "./types/compare-types.ts";
import { compareWire } from "./wire/compare-wire.ts";

/** @returns For each pair of versions, what changed: on the wire and for those who compile against the client. */
export async function compareSpecs(specs: readonly Versions[]): Promise<Finding[][]> {
  const [types, ...wire] = await Promise.all([
    compareTypes(specs),
    ...specs.map(({ base, revision }) => compareWire(base, revision)),
  ]);
  return types.map((review, index) => mergeFindings(wire[index] ?? [], review));
}
