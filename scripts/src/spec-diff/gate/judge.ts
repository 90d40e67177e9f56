import type { Finding } from "../finding.ts";
import { type Acceptance, isExpired } from "./acceptances.ts";
import { type Bump, bumpOf, isBelowOne, isEnough, requiredBump } from "./bump.ts";
import { type Changeset, declaredBump } from "./pending-changesets.ts";

/** A provider's package. */
export interface Package {
  readonly name: string;
  readonly version: string;
}

/** Whether the release will say what changed. */
export interface ChangesetCheck {
  readonly declared: Bump;
  /** Of the package at its present version; accepted findings demand a patch at most. */
  readonly required: Bump;
  readonly ok: boolean;
}

export interface Judgement {
  readonly changeset: ChangesetCheck;
  /** The acceptances that hold, by finding. */
  readonly accepted: ReadonlyMap<string, Acceptance>;
  /** What keeps the gate shut, each with how to open it. */
  readonly problems: readonly string[];
  /** What should be looked at, though it keeps nothing shut. */
  readonly notes: readonly string[];
}

export interface Case {
  readonly findings: readonly Finding[];
  /** None for a provider that is gone: nothing is left to release. */
  readonly package: Package | undefined;
  readonly changesets: readonly Changeset[];
  readonly acceptances: readonly Acceptance[];
  /** How messages name the file that they are from. */
  readonly acceptanceFile: string;
  /** In Unix milliseconds. */
  readonly now: number;
}

/** Holds what the findings demand against what the pending changesets declare. */
export function judge({ findings, package: released, changesets, acceptances, acceptanceFile, now }: Case): Judgement {
  const expired = acceptances.filter((acceptance) => isExpired(acceptance, now));
  const ids = new Set(findings.map(({ id }) => id));
  const accepted = new Map(
    acceptances.flatMap((one) => (expired.includes(one) || !ids.has(one.finding) ? [] : [[one.finding, one]])),
  );
  const demands = findings.map((finding) => ({
    finding,
    bump: accepted.has(finding.id) ? "patch" : bumpOf([finding]),
  })) satisfies { finding: Finding; bump: Bump }[];
  const highest = bumpOf(findings.filter(({ id }) => !accepted.has(id)));
  const demanded: Bump = highest === "none" && findings.length > 0 ? "patch" : highest;
  const required = released ? requiredBump(demanded, released.version) : "none";
  const declared = released ? declaredBump(changesets, released.name) : "none";
  const ok = isEnough(declared, required);
  const causes = demands.filter(({ bump }) => bump === demanded).map(({ finding }) => finding);
  const at = ({ line, column }: Acceptance) => `${acceptanceFile}:${line}:${column}`;
  return {
    changeset: { declared, required, ok },
    accepted,
    problems: [
      ...(ok || !released ? [] : [explain(causes, released, declared, required, changesets)]),
      ...expired.map(
        (one) =>
          `${at(one)}: the acceptance of ${one.finding} ended on ${one.expires}: take the entry out, or give it another day`,
      ),
    ],
    notes: acceptances
      .filter(({ finding }) => !ids.has(finding))
      .map((one) => `${at(one)}: no finding has the id ${one.finding}: take the entry out`),
  };
}

function explain(
  [first, ...others]: readonly Finding[],
  { name, version }: Package,
  declared: Bump,
  required: Bump,
  changesets: readonly Changeset[],
): string {
  const { message, kind } = first as Finding;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  const why =
    isBelowOne(version) && kind === "breaking" ? `${version}: below 1.0 a break is a minor` : `now ${version}`;
  return [
    `${message}${more}. That demands a ${required} of ${name} (${why}), and ${declaration(name, declared, changesets)}.`,
    `Write this to a file in .changeset/, with words of your own:`,
    "",
    "---",
    `${JSON.stringify(name)}: ${required}`,
    "---",
    "",
    kind === "breaking" ? "What callers have to change, and why." : "What is new for callers.",
  ].join("\n");
}

function declaration(name: string, declared: Bump, changesets: readonly Changeset[]): string {
  const naming = changesets.filter(({ releases }) => releases.some((release) => release.name === name));
  if (naming.length > 0)
    return `${naming.map(({ path }) => path).join(", ")} declares ${declared === "none" ? "none" : `a ${declared}`}`;
  const empty = changesets.find(({ releases }) => releases.length === 0);
  if (empty) return `${empty.path} names no package`;
  return "no changeset that came with this change names it";
}
