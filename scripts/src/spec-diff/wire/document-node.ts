import { childPointer, entriesOf, isObject, type JsonObject } from "../../spec/pointer.ts";
import { type Side, targetOf } from "./schema/node.ts";

/** An object of a document that isn't a schema, its reference followed. */
export interface DocumentNode {
  readonly side: Side;
  readonly pointer: string;
  readonly value: JsonObject;
}

/** How many references may follow each other. */
const MAX_REFERENCES = 100;

/** @returns The object at a place; undefined where there is none, or its reference leads nowhere or round. */
export function documentNode(side: Side, pointer: string, value: unknown): DocumentNode | undefined {
  let found = { pointer, value };
  for (let count = 0; count < MAX_REFERENCES; count += 1) {
    if (!isObject(found.value)) return undefined;
    const reference = found.value.$ref;
    if (typeof reference !== "string") return { side, pointer: found.pointer, value: found.value };
    const target = targetOf(side, reference);
    if (!target) return undefined;
    found = target;
  }
  return undefined;
}

/** @returns An object under a key of another. */
export function under(node: DocumentNode | undefined, key: string): DocumentNode | undefined {
  if (!node || !Object.hasOwn(node.value, key)) return undefined;
  return documentNode(node.side, childPointer(node.pointer, key), node.value[key]);
}

/** @returns The objects of a map or a list under a key of another, by their key. */
export function entriesUnder(node: DocumentNode | undefined, key: string): Map<string, DocumentNode> {
  const found = new Map<string, DocumentNode>();
  if (!node || !Object.hasOwn(node.value, key)) return found;
  const pointer = childPointer(node.pointer, key);
  for (const [name, value] of entriesOf(node.value[key])) {
    const child = documentNode(node.side, childPointer(pointer, name), value);
    if (child) found.set(name, child);
  }
  return found;
}

export function textUnder(node: DocumentNode | undefined, key: string): string | undefined {
  const value = node && Object.hasOwn(node.value, key) ? node.value[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
