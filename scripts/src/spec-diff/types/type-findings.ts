import type { Direction, Finding, OperationUse, Place } from "../finding.ts";
import type { TypeBreak } from "./checks.ts";
import type { MethodComparison } from "./compare-method.ts";
import type { Draft } from "./draft.ts";
import type { NameChange } from "./method-changes.ts";
import type { Method } from "./methods.ts";
import { tellingPairs } from "./telling-pairs.ts";
import type { TypesSide } from "./types-side.ts";

/** At most so many methods are named in a message. */
const MAX_NAMES = 3;

/** Who meets the break. */
const CALLERS: Readonly<Record<string, string>> = {
  "request-property-removed": "callers that pass it",
  "query-parameter-removed": "callers that pass it",
  "request-property-required": "callers that leave it out",
  "query-parameter-required": "callers that leave it out",
  "body-required": "callers that pass none",
  "body-removed": "callers that pass one",
  "answer-property-removed": "callers that read it",
  "answer-property-optional": "callers that count on it",
  "method-parameters-changed": "callers that pass options",
};

/** A finding of the compiler's. */
export interface TypeFinding extends Finding {
  /** What callers meet: "callers that pass it compile no more"; none for what only adds. */
  readonly impact: string | undefined;
}

interface Collected {
  readonly then: TypeBreak;
  readonly methods: Set<Method>;
  readonly uses: OperationUse[];
}

/**
 * @param failed The checks that the compiler answered with no.
 * @returns One finding for each place that breaks, with every method that it breaks.
 */
export function findingsOf(
  { base, revision, names, comparisons, checks }: Draft,
  failed: ReadonlySet<number>,
): TypeFinding[] {
  const found = new Map<string, Collected>();
  const collect = (then: TypeBreak, { method, direction }: Pick<MethodComparison, "method" | "direction">) => {
    const key = `${then.rule} ${then.pointer}`;
    const collected = found.get(key) ?? { then, methods: new Set(), uses: [] };
    collected.methods.add(method);
    collected.uses.push(useOf(method, direction));
    found.set(key, collected);
  };
  const telling = tellingPairs(comparisons, failed);
  for (const comparison of comparisons) {
    const own = [
      ...comparison.known,
      ...comparison.checks.filter((check) => failed.has(check)).map((check) => checks.at(check)),
    ];
    const inside = telling.get(comparison) ?? [];
    for (const then of own) collect(then, comparison);
    for (const check of inside) collect(checks.at(check), comparison);
    if (own.length + inside.length === 0 && comparison.whole !== undefined && failed.has(comparison.whole))
      collect(checks.at(comparison.whole), comparison);
  }
  return [
    ...names.map((change) => nameFinding(change, base, revision)),
    ...[...found.values()].map(({ then, methods, uses }) => {
      const impact = `${CALLERS[then.rule] ?? "callers that count on the old type"} compile no more`;
      return {
        ...finding(then, base, revision),
        kind: "breaking" as const,
        breaking: true,
        operations: sorted(uses),
        message: `${sentence(then.message, [...methods])}: ${impact}`,
        impact,
      };
    }),
  ];
}

function nameFinding(change: NameChange, base: TypesSide, revision: TypesSide): TypeFinding {
  const uses = change.methods.map((method) => useOf(method, "request"));
  const isBreak = change.kind === "breaking";
  const impact = isBreak ? "callers that use it compile no more" : undefined;
  return {
    ...finding(change, base, revision),
    kind: change.kind,
    breaking: isBreak,
    operations: sorted(uses),
    message: sentence(change.message, change.methods) + (impact ? `: ${impact}` : ""),
    impact,
  };
}

function finding(
  then: TypeBreak,
  base: TypesSide,
  revision: TypesSide,
): Pick<Finding, "id" | "rule" | "surface" | "pointer" | "base" | "revision"> {
  const { rule, pointer, basePointer = then.in === "base" ? pointer : undefined } = then;
  const place = ({ root }: TypesSide, at: string): Place => ({ pointer: at, ...root.source.lineOf(at) });
  return {
    id: `${rule} ${pointer}`,
    rule,
    surface: "types",
    pointer,
    ...(basePointer !== undefined && { base: place(base, basePointer) }),
    ...(then.in === "revision" && { revision: place(revision, pointer) }),
  };
}

/** @returns A message that names the methods, with the verb in their number. */
function sentence(message: string, methods: readonly Method[]): string {
  const names = methods.map(({ name }) => `\`${name}\``).sort();
  const named = names.length > MAX_NAMES + 1 ? names.slice(0, MAX_NAMES) : names.slice(0, -1);
  const rest = names.length - named.length;
  const list =
    named.length === 0 ? names.join() : `${named.join(", ")} and ${rest > 1 ? `${rest} others` : names.at(-1)}`;
  return message.replace("{}", () => list).replace("{s}", names.length === 1 ? "s" : "");
}

export function useOf({ name, isGenerated, node, route }: Method, direction: Direction): OperationUse {
  const operationId = String(node.get("operationId")?.value ?? route);
  return isGenerated ? { operationId, direction, method: name } : { operationId, direction };
}

function sorted(uses: readonly OperationUse[]): OperationUse[] {
  const byKey = new Map(uses.map((use) => [`${use.operationId} ${use.direction}`, use]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, use]) => use);
}
