import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { type Problem, UnusableSpecError } from "../../spec/problem.ts";

/** The file under a spec's folder in which a reviewer accepts findings. */
export const ACCEPTANCE_FILE = "accepted-changes.yaml";

const KEYS = ["finding", "reason", "expires"];

/** A finding that a reviewer lets pass, until a day. */
export interface Acceptance {
  /** A finding's id. */
  readonly finding: string;
  readonly reason: string;
  /** The last day it holds, in UTC: `2026-12-31`. */
  readonly expires: string;
  readonly line: number;
  readonly column: number;
}

/**
 * @param text The acceptance file: a list of entries with `finding`, `reason` and `expires`.
 * @param file How messages name it.
 * @throws {UnusableSpecError} With every entry that isn't as it should be.
 */
export function readAcceptances(text: string, file: string): Acceptance[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, schema: "failsafe" });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line, column: col };
  };
  const problems: Problem[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    file,
    ...at(pos[0]),
    message: `expected valid YAML: ${message}`,
  }));
  const report = (node: unknown, message: string) => {
    problems.push({ file, ...at((node as Node | null)?.range?.[0] ?? 0), message });
  };
  const { contents } = document;
  const entries = isSeq(contents) ? contents.items : [];
  if (contents !== null && !isSeq(contents))
    report(contents, "expected a list of entries with finding, reason and expires");
  const acceptances = entries.flatMap((entry): Acceptance[] => {
    const values = readEntry(entry, report);
    return values ? [{ ...values, ...at((entry as YAMLMap).range?.[0] ?? 0) }] : [];
  });
  for (const [index, { finding, line, column }] of acceptances.entries()) {
    const first = acceptances.findIndex((other) => other.finding === finding);
    if (first < index)
      problems.push({ file, line, column, message: `expected each finding once, found ${finding} again` });
  }
  if (problems.length > 0) throw new UnusableSpecError(problems);
  return acceptances;
}

function readEntry(
  entry: unknown,
  report: (node: unknown, message: string) => void,
): Pick<Acceptance, "finding" | "reason" | "expires"> | undefined {
  if (!isMap(entry)) {
    report(entry, "expected an entry with finding, reason and expires");
    return undefined;
  }
  let isGood = true;
  const refuse = (node: unknown, message: string) => {
    isGood = false;
    report(node, message);
  };
  for (const { key } of entry.items) {
    const name = isScalar(key) ? String(key.value) : "";
    if (!KEYS.includes(name)) refuse(key, `expected ${KEYS.join(", ")}, found ${JSON.stringify(name)}`);
  }
  const [finding, reason, expires] = KEYS.map((key) => {
    const node = entry.get(key, true);
    const value = isScalar(node) && typeof node.value === "string" ? node.value.trim() : "";
    if (value === "") refuse(node ?? entry, `expected ${key} to be text`);
    return value;
  }) as [string, string, string];
  if (expires !== "" && !isDay(expires))
    refuse(entry.get("expires", true), `expected a day such as 2026-12-31, found ${JSON.stringify(expires)}`);
  return isGood ? { finding, reason, expires } : undefined;
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @param now In Unix milliseconds. */
export function isExpired({ expires }: Acceptance, now: number): boolean {
  return new Date(now).toISOString().slice(0, 10) > expires;
}
