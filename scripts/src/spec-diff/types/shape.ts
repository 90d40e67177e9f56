import { declaredTypes } from "../../generate/schema-facts.ts";
import type { SpecNode } from "../../generate/spec-node.ts";

/** What a schema's type is made of, where the parts have types that can be written down. */
export interface Shape {
  readonly properties: ReadonlyMap<string, Property>;
  readonly items: SpecNode | undefined;
  /** The schema of the properties that aren't named. */
  readonly rest: SpecNode | undefined;
  /** The component schemas that a union has among its branches, by reference. */
  readonly branches: ReadonlyMap<string, SpecNode>;
}

export interface Property {
  /** One for each place that declares it. */
  readonly nodes: readonly SpecNode[];
  readonly required: boolean;
  /** Whether it belongs to one of several alternatives. */
  readonly inUnion: boolean;
}

interface Draft {
  readonly properties: Map<string, { nodes: SpecNode[]; required: boolean; inUnion: boolean }>;
  readonly required: Set<string>;
  items: SpecNode | undefined;
  rest: SpecNode | undefined;
  readonly branches: Map<string, SpecNode>;
}

/** @param schema A schema; its own reference, `allOf` and unions are followed. */
export function shapeOf(schema: SpecNode): Shape {
  const draft: Draft = {
    properties: new Map(),
    required: new Set(),
    items: undefined,
    rest: undefined,
    branches: new Map(),
  };
  collect(schema, draft, new Set(), false);
  for (const name of draft.required) {
    const property = draft.properties.get(name);
    if (property) property.required = true;
  }
  return draft;
}

function collect(schema: SpecNode, draft: Draft, seen: Set<string>, inUnion: boolean): void {
  const target = schema.target();
  if (seen.has(target.pointer)) return;
  seen.add(target.pointer);
  for (const [name, node] of target.get("properties")?.entries() ?? []) {
    const known = draft.properties.get(name);
    if (known) known.nodes.push(node);
    else draft.properties.set(name, { nodes: [node], required: false, inUnion });
  }
  if (!inUnion) for (const { value } of target.get("required")?.items() ?? []) draft.required.add(String(value));
  draft.items ??= target.get("prefixItems") ? undefined : target.get("items");
  const rest = target.get("additionalProperties");
  if (typeof rest?.value === "object") draft.rest ??= rest;
  for (const part of target.get("allOf")?.items() ?? []) collect(part, draft, seen, inUnion);
  const union = ["anyOf", "oneOf"].flatMap((key) => target.get(key)?.items() ?? []).filter((branch) => !isNull(branch));
  for (const branch of union) {
    if (branch.reference !== undefined) draft.branches.set(branch.reference, branch);
    else collect(branch, draft, seen, inUnion || union.length > 1);
  }
}

function isNull(schema: SpecNode): boolean {
  const types = declaredTypes(schema.target());
  return types.length === 1 && types[0] === "null";
}
