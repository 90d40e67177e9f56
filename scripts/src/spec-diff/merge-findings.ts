import { asText, childPointer } from "../spec/pointer.ts";
import type { Finding, OperationUse } from "./finding.ts";
import type { TypesReview } from "./types/compare-types.ts";
import type { TypeFinding } from "./types/type-findings.ts";

/** Rules of what has no type, wherever it stands. */
const NO_TYPE =
  /^(?:pattern-(?!properties)|format-|min|max|multiple-of|unique-items|content-|security|scope|signing|server|header|envelope|error-|success-rule)/;

/**
 * Makes one list of what both comparisons found: one finding for one change.
 *
 * A break of the types where the wire changed too is the same change, and is told in the wire's words with what callers meet
 * behind them. Where the wire lets the change pass, it is a break of the types alone.
 */
export function mergeFindings(wire: readonly Finding[], types: TypesReview): Finding[] {
  const merged = wire.map((finding) => widen(finding, types));
  const rest: TypeFinding[] = [];
  for (const found of types.findings) {
    const matches = merged.flatMap((finding, index) => (isSameChange(finding, found, types) ? [index] : []));
    // A change that breaks the wire explains the types; what only adds to it is a bystander then.
    const breaking = matches.filter((index) => merged[index]?.breaking && merged[index]?.surface !== "types");
    const chosen = breaking.length > 0 ? breaking : matches.slice(0, 1);
    if (chosen.length === 0) rest.push(found);
    for (const index of chosen) merged[index] = join(merged[index] as Finding, found);
  }
  return [...merged.filter(isWorthTelling), ...byPlace(rest)].sort(compare);
}

/** Where a component is used, that is told there; as a name, it matters to the compiler alone. */
function isWorthTelling({ rule, kind }: Finding): boolean {
  return kind !== "documentation" || (rule !== "component-added" && rule !== "component-removed");
}

/** An addition that callers see in the types too. */
function widen(finding: Finding, types: TypesReview): Finding {
  const isSeen = finding.kind === "additive" && !NO_TYPE.test(finding.rule) && types.differsAt(finding.pointer);
  return isSeen ? { ...finding, surface: "both" } : finding;
}

function isSameChange(wire: Finding, found: TypeFinding, { differsAt }: TypesReview): boolean {
  if (NO_TYPE.test(wire.rule)) return false;
  return (["base", "revision"] as const).some((side) => {
    const [one, other] = [placeIn(wire, side), placeIn(found, side)];
    if (one === undefined || other === undefined) return false;
    // Behind the second: the compiler was asked about a whole, of which a part has changed.
    return one === other || (wire.kind !== "documentation" && one.startsWith(`${other}/`) && differsAt(wire.pointer));
  });
}

/** The schema, parameter or operation that a finding is about in one of the documents, whichever of its keywords changed. */
function placeIn(finding: Finding, side: "base" | "revision"): string | undefined {
  const { id, rule } = finding;
  const pointer = finding[side]?.pointer;
  if (pointer === undefined) return undefined;
  if (rule.startsWith("media-type-")) return `${pointer}/schema`;
  if (/^branch$|one-of|any-of/.test(rule)) return pointer.replace(/\/(?:oneOf|anyOf)(?:\/\d+)?$/, "");
  const property = /^property-became-\w+ .* ("(?:[^"\\]|\\.)*")$/.exec(id)?.[1];
  const owner = pointer.replace(/\/(?:type|enum|const|required|operationId)(?:\/\d+)?$/, "");
  if (property === undefined) return owner;
  return childPointer(`${owner}/properties`, asText(JSON.parse(property)) ?? "");
}

function join(wire: Finding, found: TypeFinding): Finding {
  const operations = union(wire.operations, found.operations);
  if (!found.breaking) return { ...wire, operations, surface: "both" };
  if (!wire.breaking) {
    const { message, rule } = found;
    return { ...wire, rule, kind: "breaking", breaking: true, surface: "types", operations, message };
  }
  const { impact = "" } = found;
  const isTold = wire.message.endsWith(impact);
  const message = isTold ? wire.message : `${wire.message}${wire.message.includes(": ") ? ";" : ":"} ${impact}`;
  return { ...wire, operations, surface: wire.surface === "types" ? "types" : "both", message };
}

/** Breaks of the types alone, one for each place. */
function byPlace(findings: readonly TypeFinding[]): Finding[] {
  const joined = new Map<string, Finding>();
  for (const { impact: _, ...finding } of findings) {
    const key = `${finding.kind} ${finding.pointer} ${finding.revision === undefined}`;
    const known = joined.get(key);
    joined.set(
      key,
      known
        ? {
            ...known,
            message: `${known.message}; ${finding.message}`,
            operations: union(known.operations, finding.operations),
          }
        : finding,
    );
  }
  return [...joined.values()];
}

function union(one: readonly OperationUse[], other: readonly OperationUse[]): OperationUse[] {
  const byKey = new Map([...other, ...one].map((use) => [`${use.operationId} ${use.direction}`, use]));
  return [...byKey].sort(([first], [second]) => (first < second ? -1 : 1)).map(([, use]) => use);
}

const ORDER: readonly Finding["kind"][] = ["breaking", "additive", "documentation"];

function compare(one: Finding, other: Finding): number {
  const byKind = ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind);
  if (byKind !== 0) return byKind;
  const line = ({ revision, base }: Finding) => (revision ?? base)?.line ?? 0;
  return line(one) - line(other) || (one.id < other.id ? -1 : 1);
}
