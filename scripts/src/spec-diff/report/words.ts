import type { Witness } from "../finding.ts";
import type { ChangesetCheck } from "../gate/judge.ts";
import type { ProviderReview, ReviewedFinding } from "../review.ts";

const SURFACES = {
  wire: "on the wire",
  types: "for TypeScript callers",
  both: "on the wire and for TypeScript callers",
} as const;

/** @returns How many findings there are of each kind. */
export function counts({ findings }: ProviderReview): string {
  const count = (kind: ReviewedFinding["kind"]) => findings.filter((finding) => finding.kind === kind).length;
  const documentation = count("documentation");
  return `${count("breaking")} breaking, ${count("additive")} additive, ${documentation} documentation only`;
}

/** @returns Where a finding shows, and in which operations. */
export function reach({ surface, operations, kind }: ReviewedFinding, max: number): string {
  const uses = operations.map(({ method, operationId, direction }) => `${method ?? operationId} (${direction})`);
  const more = uses.length - max;
  const listed = more > 0 ? [...uses.slice(0, max), `and ${more} more`] : uses;
  const where = kind === "documentation" ? "words only" : SURFACES[surface];
  return listed.length === 0 ? where : `${where}: ${listed.join(", ")}`;
}

/** @returns What a witness shows. */
export function witnessTitle({ direction, before }: Witness): string {
  return direction === "request" ? `was ${before}, is refused now` : `was ${before}, may be sent now`;
}

/** @returns The changeset check in a line. */
export function changesetLine({ declared, required, ok }: ChangesetCheck): string {
  if (ok) return required === "none" ? "none needed" : `${declared} declared, ${required} required`;
  return `too small: ${declared} declared, ${required} required`;
}
