import { childPointer } from "../../spec/pointer.ts";
import { compareContent } from "./content.ts";
import { entriesUnder, under } from "./document-node.ts";
import { directionOf, type Operation, useOf } from "./operations.ts";
import type { Findings } from "./report.ts";
import { compareRest } from "./rest.ts";
import type { SchemaRoots } from "./schema-roots.ts";
import { smallWitness } from "./small-witness.ts";

const COMPARED: ReadonlySet<string> = new Set(["required", "content"]);

/** Compares two operations' request bodies. */
export function compareBodies(findings: Findings, roots: SchemaRoots, base: Operation, revision: Operation): void {
  const was = under(base.node, "requestBody");
  const is = under(revision.node, "requestBody");
  const use = useOf(revision, directionOf(revision, "request"));
  const operations = [use];
  if (was && is) {
    compareContent(findings, roots, was, is, use, "body");
    compareRest(findings, was, is, COMPARED, operations, "request body");
    const before = was.value.required === true;
    const after = is.value.required === true;
    if (before !== after) requirement(after);
  } else if (is) {
    const isRequired = is.value.required === true;
    findings.add({
      rule: isRequired ? "required-body-added" : "body-added",
      revisionPointer: is.pointer,
      operations,
      ...(isRequired && { broken: operations, witness: withoutBody() }),
      kind: "additive",
      words: ({ text, isMany }) =>
        isRequired
          ? `${text} now ${isMany ? "require" : "requires"} a body, and took none before`
          : `${text} also ${isMany ? "take" : "takes"} a body`,
    });
  } else if (was) {
    const [mediaType = "*/*"] = entriesUnder(was, "content").keys();
    findings.add({
      rule: "body-removed",
      basePointer: was.pointer,
      operations,
      broken: operations,
      kind: "additive",
      words: ({ text, isMany }) => `${text} no longer ${isMany ? "accept" : "accepts"} a body`,
      witness: smallWitness(
        use,
        "header content-type",
        { type: "object" },
        { properties: { "content-type": false } },
        { "content-type": mediaType },
        "expected no body",
      ),
    });
  }

  function requirement(isRequired: boolean): void {
    findings.add({
      rule: isRequired ? "body-became-required" : "body-became-optional",
      basePointer: childOrSelf(was),
      revisionPointer: childOrSelf(is),
      operations,
      ...(isRequired === (use.direction === "request") && { broken: operations, witness: withoutBody() }),
      kind: "additive",
      words: ({ text }) => `${text}: the body is ${isRequired ? "required" : "optional"} now`,
    });
  }

  function withoutBody() {
    const refusal = "must have required property 'body'";
    return smallWitness(use, "request", { type: "object" }, { type: "object", required: ["body"] }, {}, refusal);
  }
}

function childOrSelf(node: ReturnType<typeof under>): string | undefined {
  if (!node) return undefined;
  return Object.hasOwn(node.value, "required") ? childPointer(node.pointer, "required") : node.pointer;
}
