import type { ProviderReview, Review, ReviewedFinding } from "../review.ts";
import { code, codeBlock, safeMarkdown } from "./safe-markdown.ts";
import { changesetLine, counts, reach, witnessTitle } from "./words.ts";

/** By which the comment is found again, to be written anew. */
export const MARKER = "<!-- customer-clients: spec-diff -->";

/** GitHub refuses more than 65,536 characters (https://github.com/googleapis/release-please/issues/1034); some are left. */
export const MAX_LENGTH = 60_000;

const TITLE = "## What this does to callers";
const MAX_OPERATIONS = 8;
const MAX_PAYLOAD = 2_000;
const MAX_DOCUMENTATION = 50;

/** @returns The review as a pull request's comment, short enough for GitHub. */
export function markdownReport(review: Review): string {
  const touched = review.providers.filter((one) => one.findings.length + one.problems.length + one.notes.length > 0);
  const head = [MARKER, TITLE, ...summary(review, touched)].join("\n\n");
  const foot = `<sub>Against ${code(review.base)}; the same in a terminal: ${code("pnpm spec-diff")}.</sub>`;
  let left = MAX_LENGTH - head.length - foot.length - 200;
  const blocks: string[] = [];
  let skipped = 0;
  for (const block of touched.flatMap((provider) => providerBlocks(provider, review.hasGate))) {
    if (block.text.length + 2 > left) {
      skipped += block.findings;
      continue;
    }
    left -= block.text.length + 2;
    blocks.push(block.text);
  }
  const cut =
    skipped > 0
      ? [`…and ${skipped} more findings, which have no room here: ${code("pnpm spec-diff")} tells them all.`]
      : [];
  return `${[head, ...blocks, ...cut, foot].join("\n\n")}\n`;
}

interface Block {
  readonly text: string;
  /** How many it tells of. */
  readonly findings: number;
}

function summary({ hasGate }: Review, touched: readonly ProviderReview[]): string[] {
  if (touched.length === 0) return ["No spec differs."];
  const lines = touched.map((review) => {
    const isShut = hasGate && review.problems.length > 0;
    const gate = hasGate
      ? `; changeset: ${safeMarkdown(changesetLine(review.changeset))}${isShut ? " ❌" : " ✅"}`
      : "";
    return `- ${code(review.provider)}: **${review.bump}** (${counts(review)})${gate}`;
  });
  return [lines.join("\n")];
}

function providerBlocks(review: ProviderReview, hasGate: boolean): Block[] {
  const problems = hasGate ? review.problems.map(problemText) : [];
  const notes = review.notes.map((note) => `Note: ${safeMarkdown(note)}`);
  return [
    { text: `### ${code(review.provider)}`, findings: 0 },
    ...[...problems, ...notes].map((text) => ({ text, findings: 0 })),
    ...review.findings
      .filter(({ kind }) => kind !== "documentation")
      .map((finding) => ({ text: findingText(finding, review.spec), findings: 1 })),
    ...documentation(review),
  ];
}

/** What no caller meets is folded away. */
function documentation({ findings, spec }: ProviderReview): Block[] {
  const words = findings.filter(({ kind }) => kind === "documentation");
  if (words.length === 0) return [];
  const shown = words.slice(0, MAX_DOCUMENTATION);
  const lines = shown.map(({ message, line }) => `- ${code(`${spec}:${line}`)} ${safeMarkdown(message)}`);
  const more = words.length - shown.length;
  if (more > 0) lines.push(`- …and ${more} more`);
  const title = `<details><summary>Documentation only: ${words.length}</summary>`;
  return [{ text: [title, lines.join("\n"), "</details>"].join("\n\n"), findings: words.length }];
}

/** The sentence, then what to write, which is to be copied. */
function problemText(problem: string): string {
  const [sentence = "", ...rest] = problem.split("\n");
  const [how = "", ...file] = rest;
  const text = `❌ ${safeMarkdown(sentence)}${how ? ` ${safeMarkdown(how)}` : ""}`;
  const body = file.join("\n").trim();
  return body === "" ? text : `${text}\n\n${codeBlock(body, "markdown")}`;
}

function findingText(finding: ReviewedFinding, spec: string): string {
  const { kind, message, accepted, witness, line, id } = finding;
  const lines = [`- ${kind === "breaking" ? "**Breaking:**" : "Additive:"} ${safeMarkdown(message)}`];
  const place = code(`${spec}:${line}`);
  lines.push(`  <br>Shows ${safeMarkdown(reach(finding, MAX_OPERATIONS))}; ${place}`);
  if (accepted) lines.push(`  <br>Accepted until ${code(accepted.expires)}: ${code(accepted.reason)}`);
  if (witness === "unproven") lines.push("  <br>Unproven: no payload was found that shows it.");
  if (kind === "breaking") lines.push("", ...details(finding, id).map((text) => (text === "" ? "" : `  ${text}`)));
  return lines.join("\n");
}

/** What only some want to see: the payload, and how to accept the finding. */
function details({ witness }: ReviewedFinding, id: string): string[] {
  const shown = typeof witness === "object" ? witness : undefined;
  const payload = shown && JSON.stringify(shown.payload, null, 2);
  return [
    `<details><summary>${shown ? "A payload that shows it, and its id" : "Its id"}</summary>`,
    "",
    ...(shown ? [`${code(shown.where)} ${witnessTitle(shown)}: ${safeMarkdown(shown.after)}`, ""] : []),
    ...(payload === undefined ? [] : [...codeBlock(cut(payload), "json").split("\n"), ""]),
    code(id),
    "",
    "</details>",
  ];
}

function cut(text: string): string {
  return text.length > MAX_PAYLOAD ? `${text.slice(0, MAX_PAYLOAD)}…` : text;
}
