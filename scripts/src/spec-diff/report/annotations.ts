import type { ProviderReview, Review, ReviewedFinding } from "../review.ts";
import { reach } from "./words.ts";

const MAX_OPERATIONS = 6;

/**
 * @returns The review as workflow commands, which GitHub shows at the lines of the spec
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 */
export function annotations({ providers }: Review): string {
  const commands = providers.flatMap((review) => [
    ...review.findings.map((finding) => findingCommand(finding, review)),
    ...review.problems.map((problem) =>
      command("error", { file: review.spec, title: `${review.provider}: the gate is shut` }, problem),
    ),
    ...review.notes.map((note) => command("warning", { file: review.spec, title: review.provider }, note)),
  ]);
  return commands.join("");
}

function findingCommand(finding: ReviewedFinding, { spec, provider, changeset }: ProviderReview): string {
  const { kind, message, line, column, accepted } = finding;
  const isShut = !changeset.ok && !accepted;
  const level = kind === "breaking" ? (isShut ? "error" : "warning") : "notice";
  const title = `${provider}: ${kind}${accepted ? ", accepted" : ""}`;
  return command(level, { file: spec, line, col: column, title }, `${message}\n${reach(finding, MAX_OPERATIONS)}`);
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${written.join(",")}::${escapeData(message)}\n`;
}

// As @actions/core escapes them, which is what the runner takes back.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
