import type { Direction, Finding, OperationUse, Place, SpecDocument, Surface, Witness } from "../finding.ts";

/** What is found while two documents are compared. */
export interface Report {
  readonly rule: string;
  /** What tells it from others of its rule at its place. */
  readonly detail?: string;
  readonly basePointer?: string | undefined;
  readonly revisionPointer?: string | undefined;
  /** Every operation that it touches. */
  readonly operations: readonly OperationUse[];
  /** Those that it breaks. */
  readonly broken?: readonly OperationUse[];
  /** What it is where it breaks nothing. */
  readonly kind: "additive" | "documentation";
  readonly surface?: Surface;
  /** @returns The sentence, for the operations that it is about. */
  readonly words: (who: Who) => string;
  readonly witness?: Witness | "unproven" | undefined;
}

/** Whom a sentence is about. */
export interface Who {
  /** `customers.create` and 3 others. */
  readonly text: string;
  readonly isMany: boolean;
  /** Which way it breaks; undefined where it breaks nothing. */
  readonly breaks?: Direction | "both";
}

/** Gathers findings, so that one change is told once. */
export class Findings {
  readonly #reports = new Map<string, Report[]>();

  add(report: Report): void {
    const pointer = report.revisionPointer ?? report.basePointer ?? "";
    const id = [report.rule, pointer, ...(report.detail ? [report.detail] : [])].join(" ");
    const known = this.#reports.get(id);
    if (known) known.push(report);
    else this.#reports.set(id, [report]);
  }

  /** @returns One finding for each change, breaking ones first, then by their place. */
  toFindings(base: SpecDocument, revision: SpecDocument): Finding[] {
    const found = [...this.#reports].map(([id, reports]) => merge(id, reports, base, revision));
    const rank = { breaking: 0, additive: 1, documentation: 2 };
    return found.sort(
      (one, other) =>
        rank[one.kind] - rank[other.kind] || compareText(one.pointer, other.pointer) || compareText(one.id, other.id),
    );
  }
}

function merge(id: string, reports: readonly Report[], base: SpecDocument, revision: SpecDocument): Finding {
  const [first] = reports as [Report, ...Report[]];
  const broken = unique(reports.flatMap((report) => report.broken ?? []));
  const operations = unique(reports.flatMap((report) => report.operations));
  const breaking = broken.length > 0 || reports.some((report) => report.broken && report.operations.length === 0);
  const kind = breaking
    ? "breaking"
    : reports.some((report) => report.kind === "additive")
      ? "additive"
      : "documentation";
  const witnesses = reports.flatMap(({ witness }) => (witness && witness !== "unproven" ? [witness] : []));
  const telling = reports.find((report) => (report.broken?.length ?? 0) > 0) ?? first;
  return {
    id,
    rule: first.rule,
    breaking,
    kind,
    surface: first.surface ?? "wire",
    pointer: first.revisionPointer ?? first.basePointer ?? "",
    ...(first.basePointer !== undefined && { base: placeIn(base, first.basePointer) }),
    ...(first.revisionPointer !== undefined && { revision: placeIn(revision, first.revisionPointer) }),
    operations,
    message: telling.words(whoOf(breaking ? broken : operations, breaking)),
    ...(breaking && { witness: witnesses[0] ?? "unproven" }),
  };
}

function placeIn(document: SpecDocument, pointer: string): Place {
  return { pointer, ...document.lineOf(pointer) };
}

function unique(uses: readonly OperationUse[]): OperationUse[] {
  const found = new Map(uses.map((use) => [`${use.operationId} ${use.direction}`, use]));
  return [...found].sort(([one], [other]) => compareText(one, other)).map(([, use]) => use);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** How many operations a sentence names. */
const MAX_NAMED = 3;

function whoOf(uses: readonly OperationUse[], breaking: boolean): Who {
  const names = [...new Set(uses.map(({ method, operationId }) => `\`${method ?? operationId}\``))];
  const directions = [...new Set(uses.map(({ direction }) => direction))];
  return {
    text: nameAll(names),
    isMany: names.length > 1,
    ...(breaking && directions.length > 0 && { breaks: directions.length > 1 ? "both" : (directions[0] as Direction) }),
  };
}

function nameAll(names: readonly string[]): string {
  if (names.length === 0) return "the API";
  if (names.length === 1) return names[0] as string;
  const named = names.length > MAX_NAMED + 1 ? names.slice(0, MAX_NAMED) : names.slice(0, -1);
  const rest = names.length - named.length;
  return `${named.join(", ")} and ${rest > 1 ? `${rest} others` : names.at(-1)}`;
}
