import { styleText } from "node:util";
import type { ProviderReview, Review, ReviewedFinding } from "../review.ts";
import { oneLine } from "./one-line.ts";
import { changesetLine, counts, reach, witnessTitle } from "./words.ts";

type Style = Parameters<typeof styleText>[0];

const LABELS: Readonly<Record<ReviewedFinding["kind"], { word: string; style: Style }>> = {
  breaking: { word: "breaking", style: "red" },
  additive: { word: "additive", style: "green" },
  documentation: { word: "words", style: "dim" },
};

const MAX_OPERATIONS = 6;
const MAX_PAYLOAD = 400;

/**
 * @param color Whether the reader's terminal shows colours.
 * @returns The review for a terminal.
 */
export function textReport(review: Review, color: boolean): string {
  const paint = (style: Style, text: string) => (color ? styleText(style, text, { validateStream: false }) : text);
  const changed = review.providers.filter(({ findings }) => findings.length > 0);
  const blocks = review.providers
    .filter(({ findings, problems, notes }) => findings.length + problems.length + notes.length > 0)
    .map((provider) => providerText(provider, review.hasGate, paint));
  const end =
    changed.length === 0 ? `Nothing differs from ${oneLine(review.base)}.` : `Compared with ${oneLine(review.base)}.`;
  return `${[...blocks, end].join("\n\n")}\n`;
}

function providerText(review: ProviderReview, hasGate: boolean, paint: (style: Style, text: string) => string): string {
  const { provider, bump, findings, changeset, problems, notes } = review;
  // The bump first: a line that began with a name could be a command to GitHub's runner.
  const title = `${paint("bold", `${bump.padEnd(5)}  ${oneLine(provider)}`)}  ${counts(review)}`;
  const gate = hasGate ? [`  ${paint(changeset.ok ? "green" : "red", "changeset")}  ${changesetLine(changeset)}`] : [];
  return [
    title,
    ...findings.flatMap((finding) => findingText(finding, review.spec, paint)),
    ...gate,
    ...problems.map((problem) => `  ${paint("red", "problem")}    ${lines(problem)}`),
    ...notes.map((note) => `  ${paint("yellow", "note")}       ${lines(note)}`),
  ].join("\n");
}

function findingText(finding: ReviewedFinding, spec: string, paint: (style: Style, text: string) => string): string[] {
  const { kind, message, accepted, witness, line, column, id } = finding;
  const { word, style } = LABELS[kind];
  const place = `${oneLine(spec)}:${line}:${column}`;
  if (kind === "documentation")
    return [`  ${paint(style, word.padEnd(9))}  ${oneLine(message)} ${paint("dim", place)}`];
  const indent = "             ";
  const shown = [`  ${paint(style, word.padEnd(9))}  ${oneLine(message)}`];
  shown.push(`${indent}${oneLine(reach(finding, MAX_OPERATIONS))}`);
  shown.push(`${indent}${paint("dim", `at ${place}, id ${oneLine(id)}`)}`);
  if (witness === "unproven") shown.push(`${indent}unproven: no payload was found that shows it`);
  else if (witness) {
    shown.push(`${indent}witness: ${oneLine(witness.where)} ${witnessTitle(witness)}: ${oneLine(witness.after)}`);
    shown.push(`${indent}= ${cut(JSON.stringify(witness.payload) ?? "nothing")}`);
  }
  if (accepted) shown.push(`${indent}accepted until ${oneLine(accepted.expires)}: ${oneLine(accepted.reason)}`);
  return shown;
}

function cut(text: string): string {
  return oneLine(text.length > MAX_PAYLOAD ? `${text.slice(0, MAX_PAYLOAD)}…` : text);
}

/** A text of several lines, each behind a mark: no line begins with what comes from a spec. */
function lines(text: string): string {
  return text.split("\n").map(oneLine).join("\n           | ");
}
