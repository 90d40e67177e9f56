import type { Conjunction } from "./conjunction.ts";
import { FACET_KEYWORDS, placeOf } from "./facets.ts";
import { having } from "./facts.ts";
import { isEqual } from "./node.ts";
import type { SchemaChange } from "./pair.ts";

/** Keywords that are compared for what they allow. */
const COMPARED: ReadonlySet<string> = new Set([
  ...FACET_KEYWORDS,
  ...["properties", "required", "patternProperties", "additionalProperties", "propertyNames", "unevaluatedProperties"],
  ...["dependentSchemas", "items", "prefixItems", "contains", "unevaluatedItems", "contentSchema"],
  ...["anyOf", "oneOf", "not", "if", "then", "else"],
  // Names of places, not of anything that a caller sees.
  ...["$defs", "$anchor", "$dynamicAnchor", "$schema", "$comment", "$id"],
]);

/** Keywords for readers alone. */
const DOCUMENTATION: ReadonlySet<string> = new Set(["title", "description", "examples", "example", "externalDocs"]);

/** @returns The changes of what says nothing of the values that are allowed. A caller may notice some all the same. */
export function annotationChanges(base: Conjunction, revision: Conjunction): SchemaChange[] {
  const keywords = new Set([...base.nodes, ...revision.nodes].flatMap(({ value }) => Object.keys(value)));
  return [...keywords].flatMap((keyword): SchemaChange[] => {
    if (COMPARED.has(keyword)) return [];
    const before = stated(base, keyword);
    const after = stated(revision, keyword);
    if (isEqual(before, after)) return [];
    const basePointer = placeOf(base, [keyword]);
    const revisionPointer = placeOf(revision, [keyword]);
    return [
      {
        rule: ruleOf(keyword),
        detail: keyword,
        keyword,
        before: before[0],
        after: after[0],
        ...(basePointer !== undefined && { basePointer }),
        ...(revisionPointer !== undefined && { revisionPointer }),
        kind: isDocumentation(keyword) ? "documentation" : "additive",
        ...(breaksRequests(keyword, before[0], after[0]) && { breaksIn: "request" }),
      },
    ];
  });
}

/** @returns Whether a keyword is only read by people: an extension is, as far as anyone knows, but for those that the client obeys. */
export function isDocumentation(keyword: string): boolean {
  return (
    DOCUMENTATION.has(keyword) || (keyword.startsWith("x-") && keyword !== "x-sensitive" && keyword !== "x-client")
  );
}

/** @returns The rule for the change of a keyword that no rule is about. */
export function ruleOf(keyword: string): string {
  const name = keyword.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(/[^a-z0-9-]/g, "-");
  return `${name}-changed`;
}

/**
 * What is left out means something else when its default is another; a value that an extensible enum
 * (`x-extensible-enum`) no longer lists may be refused.
 */
function breaksRequests(keyword: string, before: unknown, after: unknown): boolean {
  if (keyword === "default") return before !== undefined && after !== undefined;
  if (keyword !== "x-extensible-enum" || !Array.isArray(before) || !Array.isArray(after)) return false;
  return before.some((value) => !after.some((other) => isEqual(value, other)));
}

function stated(all: Conjunction, keyword: string): unknown[] {
  const values = having(all, keyword).map(({ value }) => value[keyword]);
  // What is false says what is said by nothing: not deprecated, not read-only.
  return values
    .filter((value) => value !== false)
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
