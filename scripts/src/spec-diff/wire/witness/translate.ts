import { entriesOf, isObject, type JsonObject } from "../../../spec/pointer.ts";
import type { Direction } from "../../finding.ts";
import { conjunctionOf } from "../schema/conjunction.ts";
import { isUnsent } from "../schema/facts.ts";
import { childOf, listOf, own, type SchemaNode, targetOf } from "../schema/node.ts";

/** The largest schema that is compiled for a witness, in schemas. */
const MAX_SCHEMAS = 20_000;

/** A choice of more branches takes a compiler too long. */
const MAX_BRANCHES = 1_000;

const ONE = new Set(
  "additionalProperties contains else if items not propertyNames then unevaluatedItems unevaluatedProperties".split(
    " ",
  ),
);
const LIST = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const MAP = new Set(["dependentSchemas", "patternProperties", "properties"]);
const COPIED = new Set(
  (
    "type enum const minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern format " +
    "minItems maxItems uniqueItems minContains maxContains minProperties maxProperties required dependentRequired"
  ).split(" "),
);

/**
 * Makes a JSON Schema of its own from one of a document: with all that it refers to, and for one direction. A read-only
 * property isn't part of a request, nor a write-only one of an answer; nothing is said of them there.
 *
 * @returns The schema; undefined where it is too large.
 */
export function translate(root: SchemaNode, direction: Direction): JsonObject | undefined {
  const definitions: Record<string, unknown> = {};
  const names = new Map<string, string>();
  const waiting: SchemaNode[] = [];
  let count = 0;
  let isTooLarge = false;

  const refer = (first: SchemaNode): string => {
    const target = endOf(first);
    let name = names.get(target.key);
    if (name === undefined) {
      name = `d${names.size}`;
      names.set(target.key, name);
      waiting.push(target);
    }
    return `#/$defs/${name}`;
  };

  const copy = (node: SchemaNode): unknown => {
    count += 1;
    if (["anyOf", "oneOf"].some((keyword) => listOf(own(node.value, keyword)).length > MAX_BRANCHES)) isTooLarge = true;
    if (!isObject(node.value)) return node.value !== false;
    const unsent = unsentIn(node, direction);
    const result: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(node.value)) {
      if ((keyword === "$ref" || keyword === "$dynamicRef") && typeof value === "string") {
        const target = targetOf(node.side, value);
        if (target) (result.allOf as unknown[] | undefined) ??= [];
        if (target) (result.allOf as unknown[]).push({ $ref: refer(target) });
      } else if (keyword === "allOf") {
        result.allOf = [
          ...listOf(result.allOf),
          ...listOf(value).map((_, index) => copy(childOf(node, keyword, String(index)))),
        ];
      } else if (ONE.has(keyword)) result[keyword] = copy(childOf(node, keyword));
      else if (LIST.has(keyword))
        result[keyword] = listOf(value).map((_, index) => copy(childOf(node, keyword, String(index))));
      else if (MAP.has(keyword)) {
        result[keyword] = Object.fromEntries(
          entriesOf(value).map(([name]) => [
            name,
            keyword === "properties" && unsent.has(name) ? true : copy(childOf(node, keyword, name)),
          ]),
        );
      } else if (keyword === "required")
        result.required = [...new Set(listOf(value))].filter((name) => !unsent.has(name as string));
      else if (COPIED.has(keyword)) result[keyword] = value;
    }
    return result.prefixItems !== undefined && result.contains !== undefined ? apart(result) : result;
  };

  const top = copy(root);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isTooLarge || count > MAX_SCHEMAS) return undefined;
    definitions[names.get(next.key) as string] = copy(next);
  }
  return isTooLarge ? undefined : { allOf: [top], $defs: definitions };
}

/** Follows references that say nothing else: a chain of them can be as long as a document. */
function endOf(first: SchemaNode): SchemaNode {
  const seen = new Set<string>();
  let node = first;
  while (isObject(node.value) && typeof node.value.$ref === "string" && Object.keys(node.value).length === 1) {
    const next = targetOf(node.side, node.value.$ref);
    if (!next || seen.has(next.key)) break;
    seen.add(next.key);
    node = next;
  }
  return node;
}

/** Ajv takes an empty list for `contains` where it stands beside `prefixItems`, but not where it stands alone. */
function apart({ contains, minContains, maxContains, ...rest }: Record<string, unknown>): JsonObject {
  const own = {
    contains,
    ...(minContains !== undefined && { minContains }),
    ...(maxContains !== undefined && { maxContains }),
  };
  return { ...rest, allOf: [...listOf(rest.allOf), own] };
}

function unsentIn(node: SchemaNode, direction: Direction): Set<string> {
  const value = node.value as JsonObject;
  const names = new Set([
    ...Object.keys(isObject(value.properties) ? value.properties : {}),
    ...(listOf(value.required) as string[]),
  ]);
  const all = conjunctionOf([node]);
  return new Set(
    [...names].filter((name) =>
      all.nodes.some(
        (part) =>
          isObject(part.value.properties) &&
          Object.hasOwn(part.value.properties, name) &&
          isUnsent(conjunctionOf([childOf(part, "properties", name)]), direction),
      ),
    ),
  );
}
