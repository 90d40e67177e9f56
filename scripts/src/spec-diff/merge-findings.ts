import type { Finding, OperationUse } from "./finding.ts";
import type { TypesReview } from "./types/compare-types.ts";

/** What leaves every generated type as it is, wherever it stands. */
const NO_TYPE_RULES = /pattern|format|length|maximum|minimum|multiple|limit|security|header|documentation|example/;

/**
 * Makes one list of what both comparisons found: one finding for one change.
 *
 * A break of the types that stands where the wire changed too is the same change; it is told in the wire's words, with the
 * compiler's behind them. Where the wire lets the change pass, it is a break of the types alone.
 */
export function mergeFindings(wire: readonly Finding[], types: TypesReview): Finding[] {
  const merged = wire.map((finding) => widen(finding, types));
  const rest: Finding[] = [];
  for (const found of types.findings) {
    const matches = merged.flatMap((finding, index) => (isSameChange(finding, found, types) ? [index] : []));
    const [best] = matches;
    if (best === undefined) {
      rest.push(found);
      continue;
    }
    // A change that breaks the wire explains the types; what only adds to it is a bystander then.
    const breaking = matches.filter((index) => merged[index]?.breaking && merged[index]?.surface !== "types");
    for (const index of breaking.length > 0 ? breaking : [best]) merged[index] = join(merged[index] as Finding, found);
  }
  return [...merged, ...byPlace(rest)].sort(compare);
}

/** An addition that callers see in the types too. */
function widen(finding: Finding, types: TypesReview): Finding {
  const isSeen = finding.kind === "additive" && !NO_TYPE_RULES.test(finding.rule) && types.differsAt(finding.pointer);
  return isSeen ? { ...finding, surface: "both" } : finding;
}

function isSameChange(wire: Finding, types: Finding, review: TypesReview): boolean {
  if (wire.kind === "documentation") return false;
  const [one, other] = [schemaPointer(wire.pointer), schemaPointer(types.pointer)];
  if (one === other) return !NO_TYPE_RULES.test(wire.rule) && namesSame(wire, types);
  // The compiler was asked about a whole, of which a part has changed.
  if (one.startsWith(`${other}/`)) return !NO_TYPE_RULES.test(wire.rule) && review.differsAt(wire.pointer);
  return false;
}

/** Of a schema whose `required` changed, each property is a change of its own. */
function namesSame(wire: Finding, types: Finding): boolean {
  const property = /\/properties\/([^/]+)$/.exec(types.pointer)?.[1];
  return !/\/required(?:\/\d+)?$/.test(wire.pointer) || property === undefined || wire.id.includes(property);
}

function schemaPointer(pointer: string): string {
  return pointer.replace(/\/(?:type|enum|const|required|nullable)(?:\/\d+)?$/, "");
}

function join(wire: Finding, types: Finding): Finding {
  const operations = union(wire.operations, types.operations);
  if (types.kind !== "breaking") return { ...wire, operations, surface: "both" };
  if (wire.breaking) {
    const message =
      wire.message.includes(types.message) || wire.surface === "both"
        ? wire.message
        : `${wire.message}; ${types.message}`;
    return { ...wire, operations, surface: wire.surface === "types" ? "types" : "both", message };
  }
  return { ...wire, kind: "breaking", breaking: true, surface: "types", operations, message: types.message };
}

function byPlace(findings: readonly Finding[]): Finding[] {
  const joined = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.kind} ${finding.pointer}`;
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
