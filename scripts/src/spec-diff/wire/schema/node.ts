import { isDeepStrictEqual } from "node:util";
import { outlineOf, pointerOf } from "../../../spec/outline.ts";
import { childPointer, isObject, type JsonObject, valueAt } from "../../../spec/pointer.ts";
import type { Conjunction } from "./conjunction.ts";

/** One of the two documents. */
export interface Side {
  readonly name: "base" | "revision";
  readonly document: JsonObject;
  /** What has been made of the two documents' schemas, by key; both sides have the same. */
  readonly conjunctions: Map<string, Conjunction>;
}

/** A schema, and where it stands. */
export interface SchemaNode {
  /** The same for the same schema, and for no other. */
  readonly key: string;
  readonly side: Side;
  readonly pointer: string;
  readonly value: unknown;
  /** For a schema that no document has: the document's keyword behind one of its own. */
  readonly writtenAs?: Readonly<Record<string, string>>;
}

/** @returns The two sides of one comparison. */
export function sidesOf(base: JsonObject, revision: JsonObject): { base: Side; revision: Side } {
  const conjunctions = new Map<string, Conjunction>();
  return {
    base: { name: "base", document: base, conjunctions },
    revision: { name: "revision", document: revision, conjunctions },
  };
}

const identities = new WeakMap<object, number>();
let count = 0;

/** A schema is the same wherever it is reached from, and another once it is edited. */
function keyOf(side: Side, value: unknown): string {
  if (typeof value !== "object" || value === null) return `${side.name} ${String(value)}`;
  let identity = identities.get(value);
  if (identity === undefined) {
    count += 1;
    identity = count;
    identities.set(value, identity);
  }
  return `${side.name} ${identity}`;
}

export function nodeOf(side: Side, pointer: string, value: unknown): SchemaNode {
  return { key: keyOf(side, value), side, pointer, value };
}

/** @returns A schema under a keyword of another: `childOf(node, "properties", "name")`. */
export function childOf(node: SchemaNode, ...path: string[]): SchemaNode {
  let { pointer, value } = node;
  for (const name of path) {
    pointer = childPointer(pointer, name);
    value = (value as JsonObject | undefined)?.[name];
  }
  return nodeOf(node.side, pointer, value);
}

/**
 * A schema that no document has: another with some keywords replaced or removed.
 *
 * @param mark Tells it from every other that is made of the same schema.
 */
export function variantOf(node: SchemaNode, mark: string, value: unknown): SchemaNode {
  return { key: `${node.key}!${mark}`, side: node.side, pointer: node.pointer, value };
}

/** @returns What a schema's `$ref` leads to; undefined where it leads nowhere. */
export function targetOf(side: Side, reference: string): SchemaNode | undefined {
  const pointer = reference === "#" ? "" : pointerOf(reference);
  if (pointer !== "" && !pointer.startsWith("/")) return anchorsOf(side).get(pointer);
  const value = valueAt(side.document, pointer);
  return value === undefined ? undefined : nodeOf(side, pointer, value);
}

const anchors = new WeakMap<Side, ReadonlyMap<string, SchemaNode>>();

function anchorsOf(side: Side): ReadonlyMap<string, SchemaNode> {
  const known = anchors.get(side);
  if (known) return known;
  const found = new Map<string, SchemaNode>();
  for (const { kind, pointer, value } of outlineOf(side.document).parts) {
    if (kind !== "schema") continue;
    for (const name of [value.$anchor, value.$dynamicAnchor]) {
      if (typeof name === "string") found.set(name, nodeOf(side, pointer, value));
    }
  }
  anchors.set(side, found);
  return found;
}

export function isEqual(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(one, other);
}

/** @returns What tells whether a value is one of a list, however long it is. */
export function memberOf(values: readonly unknown[]): (value: unknown) => boolean {
  const isPart = (value: unknown) => typeof value === "object" && value !== null;
  const plain = new Set(values.filter((value) => !isPart(value)));
  const parts = values.filter(isPart);
  return (value) => (isPart(value) ? parts.some((one) => isEqual(one, value)) : plain.has(value));
}

/** @returns A keyword's own value: `constructor` isn't one of every schema's. */
export function own(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
