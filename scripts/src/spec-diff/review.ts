import type { Finding, SpecDocument } from "./finding.ts";
import type { Acceptance } from "./gate/acceptances.ts";
import { type Bump, bumpOf } from "./gate/bump.ts";
import type { ChangesetCheck, Judgement, Package } from "./gate/judge.ts";

/** A finding as the review tells it. */
export interface ReviewedFinding extends Finding {
  /** Where to look in the new document: for what is gone, where it stood in. */
  readonly line: number;
  readonly column: number;
  readonly accepted?: Pick<Acceptance, "reason" | "expires">;
}

/** What a change to one spec does to its callers. */
export interface ProviderReview {
  readonly provider: string;
  /** The spec's path. */
  readonly spec: string;
  readonly package?: Package;
  /** What the findings are, whatever the package's version: breaking is major, additive minor, words alone patch. */
  readonly bump: Bump;
  readonly findings: readonly ReviewedFinding[];
  readonly changeset: ChangesetCheck;
  /** What keeps the gate shut. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

export interface Review {
  /** What was compared with, as a reader calls it. */
  readonly base: string;
  readonly providers: readonly ProviderReview[];
  /** Whether the changes are held against changesets. */
  readonly hasGate: boolean;
}

/** @param revision The new document, to find places in; none where it is gone. */
export function providerReview(
  names: Pick<ProviderReview, "provider" | "spec"> & { readonly package?: Package | undefined },
  findings: readonly Finding[],
  revision: SpecDocument | undefined,
  { changeset, accepted, problems, notes }: Judgement,
): ProviderReview {
  const { package: released, ...rest } = names;
  return {
    ...rest,
    ...(released && { package: released }),
    bump: bumpOf(findings),
    findings: findings.map((finding) => {
      const { line, column } = finding.revision ?? revision?.lineOf(finding.pointer) ?? { line: 1, column: 1 };
      const acceptance = accepted.get(finding.id);
      const { reason, expires } = acceptance ?? {};
      return { ...finding, line, column, ...(reason && expires && { accepted: { reason, expires } }) };
    }),
    changeset,
    problems,
    notes,
  };
}

/** The judgement where nothing is released: of two documents. */
export const NO_GATE: Judgement = {
  changeset: { declared: "none", required: "none", ok: true },
  accepted: new Map(),
  problems: [],
  notes: [],
};
