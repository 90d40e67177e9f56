import { childPointer } from "../../spec/pointer.ts";
import type { OperationUse } from "../finding.ts";
import type { DocumentNode } from "./document-node.ts";
import type { Findings } from "./report.ts";
import { isDocumentation, ruleOf } from "./schema/annotations.ts";
import { isEqual } from "./schema/node.ts";
import { show } from "./words.ts";

/** Keys of OpenAPI's objects that only readers see. */
const FOR_READERS: ReadonlySet<string> = new Set([
  "summary",
  "description",
  "tags",
  "example",
  "examples",
  "externalDocs",
  "links",
  "name",
  "title",
  "version",
  "contact",
  "license",
  "termsOfService",
]);

/**
 * Tells every change of an object's keys that nothing else compares: what no rule is about doesn't pass in silence.
 *
 * @param compared The keys that something else compares.
 * @param label What a reader calls the object; left out for what the operations themselves say.
 */
export function compareRest(
  findings: Findings,
  base: DocumentNode,
  revision: DocumentNode,
  compared: ReadonlySet<string>,
  operations: readonly OperationUse[],
  label?: string,
): void {
  for (const key of new Set([...Object.keys(base.value), ...Object.keys(revision.value)])) {
    if (compared.has(key)) continue;
    const before = Object.hasOwn(base.value, key) ? base.value[key] : undefined;
    const after = Object.hasOwn(revision.value, key) ? revision.value[key] : undefined;
    if (isEqual(before ?? false, after ?? false)) continue;
    findings.add({
      rule: ruleOf(key),
      detail: "",
      ...(before !== undefined && { basePointer: childPointer(base.pointer, key) }),
      ...(after !== undefined && { revisionPointer: childPointer(revision.pointer, key) }),
      operations,
      kind: FOR_READERS.has(key) || isDocumentation(key) ? "documentation" : "additive",
      words: ({ text, isMany }) => {
        const whose = label === undefined ? text : `the ${label}`;
        if (key === "deprecated" && typeof (before ?? after) === "boolean") {
          return `${whose} ${!label && isMany ? "are" : "is"} ${after === true ? "deprecated now" : "no longer deprecated"}`;
        }
        const who = label === undefined || operations.length === 0 ? "" : ` (${text})`;
        return `the \`${key}\` of ${whose} ${whatOf(before, after)}${who}`;
      },
    });
  }
}

function whatOf(before: unknown, after: unknown): string {
  const isTold = isShort(before, after);
  if (before === undefined) return isTold ? `is new: ${show(after)}` : "is new";
  if (after === undefined) return isTold ? `is gone; it was ${show(before)}` : "is gone";
  return isTold ? `is ${show(after)} now; it was ${show(before)}` : "has changed";
}

function isShort(before: unknown, after: unknown): boolean {
  return [before, after].every(
    (value) => value === undefined || (typeof value !== "object" && String(value).length <= 60),
  );
}
