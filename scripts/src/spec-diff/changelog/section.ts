import { SpecNode } from "../../generate/spec-node.ts";
import type { Finding, SpecDocument } from "../finding.ts";
import { code, safeMarkdown } from "../report/safe-markdown.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

const GROUPS: readonly (readonly [kind: Finding["kind"], title: string])[] = [
  ["breaking", "Breaking"],
  ["additive", "Added"],
  ["documentation", "Documentation"],
];

/** @returns The findings in groups, as a changelog's section has them. */
export function changesText(findings: readonly Finding[]): string {
  return GROUPS.flatMap(([kind, title]) => {
    const messages = new Set(
      findings.filter((finding) => finding.kind === kind).map(({ message }) => `- ${sentence(message)}`),
    );
    return messages.size > 0 ? [`### ${title}`, [...messages].join("\n")] : [];
  }).join("\n\n");
}

/** @returns What a specification starts with: its operations. */
export function firstReleaseText(document: SpecDocument): string {
  const root = new SpecNode({ ...document, file: document.path }, "", document.document);
  const operations = (root.get("paths")?.entries() ?? []).flatMap(([path, item]) =>
    METHODS.flatMap((verb) => {
      const node = item.target().get(verb);
      if (!node) return [];
      const summary = node.get("summary")?.value;
      const name =
        node.at("/x-client/method")?.value ?? node.get("operationId")?.value ?? `${verb.toUpperCase()} ${path}`;
      return [`- ${code(String(name))}${typeof summary === "string" ? `: ${safeMarkdown(summary)}` : ""}`];
    }),
  );
  return ["The first release. It has:", operations.join("\n")].join("\n\n");
}

/** Not at a line's start, and with nothing in it that could end one. */
function sentence(message: string): string {
  const text = safeMarkdown(message);
  return text.startsWith("`") ? text : `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
