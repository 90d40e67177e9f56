import type { OperationUse } from "../finding.ts";
import { type DocumentNode, entriesUnder, textUnder } from "./document-node.ts";
import { directionOf, type Operation, useOf } from "./operations.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import { isEqual } from "./schema/node.ts";
import { smallWitness } from "./small-witness.ts";

const COMPARED: ReadonlySet<string> = new Set(["url", "variables", "x-client"]);

function serversOf({ node, pathItem }: Operation): Map<string, DocumentNode> {
  const root: DocumentNode = { side: node.side, pointer: "", value: node.side.document };
  for (const owner of [node, pathItem, root]) {
    const servers = entriesUnder(owner, "servers");
    if (servers.size > 0) {
      return new Map([...servers.values()].map((server) => [urlOf(server), server]));
    }
  }
  return new Map();
}

/** Addresses that differ only in a slash at the end are the same. */
function urlOf(server: DocumentNode): string {
  return (textUnder(server, "url") ?? "").replace(/\/+$/, "");
}

/** Compares the addresses that an operation can be sent to. */
export function compareServers(findings: Findings, base: Operation, revision: Operation): void {
  const before = serversOf(base);
  const after = serversOf(revision);
  // A document without any says nothing about where it is served.
  if (before.size === 0 && after.size === 0) return;
  const use = useOf(revision, directionOf(revision, "request"));
  const addresses = { before: [...before.keys()], after: [...after.keys()] };
  const added = addresses.after.filter((url) => !before.has(url));
  for (const [url, was] of before) {
    const is = after.get(url);
    if (is) {
      compareRest(findings, was, is, COMPARED, [use], `server ${url}`);
      compareVariables(findings, was, is, url, use);
      continue;
    }
    const next = added.shift();
    departure(findings, was, url, next === undefined ? undefined : after.get(next), next, addresses, use);
  }
  for (const url of added) {
    findings.add({
      rule: "server-added",
      revisionPointer: after.get(url)?.pointer,
      operations: [use],
      kind: "additive",
      words: ({ text }) => `${text} can also be reached at ${url}`,
    });
  }
}

/** An address that is gone, and the new one that stands in its place. */
function departure(
  findings: Findings,
  was: DocumentNode,
  url: string,
  is: DocumentNode | undefined,
  next: string | undefined,
  { before, after }: { readonly before: readonly string[]; readonly after: readonly string[] },
  use: OperationUse,
): void {
  findings.add({
    rule: is ? "server-moved" : "server-removed",
    ...(is && { detail: url }),
    basePointer: was.pointer,
    revisionPointer: is?.pointer,
    operations: [use],
    broken: [use],
    kind: "additive",
    words: ({ text }) => (is ? `${text} moved from ${url} to ${next}` : `${text} can no longer be reached at ${url}`),
    witness: smallWitness(
      use,
      "address",
      { enum: before },
      { enum: after.length > 0 ? after : [null] },
      url,
      `expected one of ${after.join(", ") || "none"}`,
    ),
  });
}

function compareVariables(
  findings: Findings,
  was: DocumentNode,
  is: DocumentNode,
  url: string,
  use: OperationUse,
): void {
  const before = entriesUnder(was, "variables");
  const after = entriesUnder(is, "variables");
  for (const [name, one] of before) {
    const other = after.get(name);
    if (isEqual(one.value, other?.value)) continue;
    const values = (node: DocumentNode | undefined) =>
      Array.isArray(node?.value.enum) ? (node.value.enum as unknown[]) : undefined;
    const lost = values(other) && (values(one) ?? []).filter((value) => !values(other)?.includes(value));
    const isOther = one.value.default !== other?.value.default;
    findings.add({
      rule: "server-variable-changed",
      basePointer: one.pointer,
      revisionPointer: other?.pointer,
      operations: [use],
      ...((isOther || (lost?.length ?? 0) > 0) && { broken: [use] }),
      kind: "documentation",
      words: ({ text }) => `${text}: the variable \`${name}\` of the server ${url} has changed`,
    });
  }
}
