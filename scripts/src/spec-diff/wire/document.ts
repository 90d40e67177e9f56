import { childPointer, entriesOf, isObject } from "../../spec/pointer.ts";
import type { OperationUse } from "../finding.ts";
import { type DocumentNode, under } from "./document-node.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import type { Side } from "./schema/node.ts";

/** What is compared by operation, or says nothing of any. */
const COMPARED: ReadonlySet<string> = new Set([
  "openapi",
  "info",
  "paths",
  "webhooks",
  "components",
  "servers",
  "security",
  "x-client",
  "$self",
  "jsonSchemaDialect",
]);

/** Compares what stands above the operations, and the components that may be unused. */
export function compareDocuments(findings: Findings, base: Side, revision: Side): void {
  const root = (side: Side): DocumentNode => ({ side, pointer: "", value: side.document });
  compareRest(findings, root(base), root(revision), COMPARED, [], "document");
  const [was, is] = [under(root(base), "info"), under(root(revision), "info")];
  if (was && is) compareRest(findings, was, is, new Set(), [], "document");
  compareComponents(findings, base, revision);
}

function componentsOf(side: Side): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [kind, entries] of entriesOf(side.document.components)) {
    if (kind === "securitySchemes" || !isObject(entries)) continue;
    for (const [name, value] of entriesOf(entries)) {
      found.set(childPointer(childPointer("/components", kind), name), value);
    }
  }
  return found;
}

/**
 * Components that are new or gone: where they are used, that is told there. What nobody uses is told here alone, since
 * another document may refer to it.
 */
function compareComponents(findings: Findings, base: Side, revision: Side): void {
  const before = componentsOf(base);
  const after = componentsOf(revision);
  const operations: OperationUse[] = [];
  for (const pointer of new Set([...before.keys(), ...after.keys()])) {
    if (before.has(pointer) === after.has(pointer)) continue;
    const isNew = after.has(pointer);
    findings.add({
      rule: isNew ? "component-added" : "component-removed",
      ...(isNew ? { revisionPointer: pointer } : { basePointer: pointer }),
      operations,
      kind: "documentation",
      words: () => `the component \`${pointer.slice("/components/".length)}\` is ${isNew ? "new" : "gone"}`,
    });
  }
}
