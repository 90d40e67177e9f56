import { childPointer, isObject } from "../../spec/pointer.ts";
import type { Direction, OperationUse } from "../finding.ts";
import { type DocumentNode, entriesUnder, textUnder, under } from "./document-node.ts";
import type { Side } from "./schema/node.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;

/** An operation of one document. */
export interface Operation {
  /** The same for the same operation of the other document. */
  readonly key: string;
  readonly method: string;
  /** The path's template; for what the provider sends, a name. */
  readonly path: string;
  readonly node: DocumentNode;
  readonly pathItem: DocumentNode;
  /** Whether the provider sends it: a webhook or a callback. What is its request is then what callers get. */
  readonly isReceived: boolean;
  readonly id?: string;
}

/** @returns Which way a part of an operation travels, as callers see it. */
export function directionOf({ isReceived }: Operation, part: Direction): Direction {
  if (!isReceived) return part;
  return part === "request" ? "answer" : "request";
}

/** @returns An operation as a finding names it. */
export function useOf(operation: Operation, direction: Direction): OperationUse {
  const client = operation.node.value["x-client"];
  const method = isObject(client) && typeof client.method === "string" ? client.method : undefined;
  const operationId = operation.id ?? `${operation.method.toUpperCase()} ${operation.path}`;
  return { operationId, direction, ...(method !== undefined && { method }) };
}

/** @returns Every operation of a document, webhooks and callbacks too, by key. */
export function operationsOf(side: Side): Map<string, Operation> {
  const found = new Map<string, Operation>();
  const root: DocumentNode = { side, pointer: "", value: side.document };
  for (const [path, item] of entriesUnder(root, "paths")) addItem(found, item, path, template(path), false, 0);
  for (const [name, item] of entriesUnder(root, "webhooks"))
    addItem(found, item, `webhook ${name}`, `webhook ${name}`, true, 0);
  return found;
}

/** How deep callbacks may have callbacks. */
const MAX_CALLBACKS = 4;

function addItem(
  found: Map<string, Operation>,
  pathItem: DocumentNode,
  path: string,
  place: string,
  isReceived: boolean,
  depth: number,
): void {
  for (const method of METHODS) {
    const node = under(pathItem, method);
    if (!node) continue;
    const key = `${method} ${place}`;
    const id = textUnder(node, "operationId");
    found.set(key, { key, method, path, node, pathItem, isReceived, ...(id !== undefined && { id }) });
    if (depth >= MAX_CALLBACKS) continue;
    for (const [name, callback] of entriesUnder(node, "callbacks")) {
      for (const expression of Object.keys(callback.value)) {
        const item = under(callback, expression);
        const label = `callback ${name} of ${id ?? `${method.toUpperCase()} ${path}`}`;
        if (item) addItem(found, item, label, `${key} ${name} ${expression}`, !isReceived, depth + 1);
      }
    }
  }
}

/** A path with its parameters' names left out: those are the document's own, no caller sends them. */
function template(path: string): string {
  return path.replaceAll(/\{[^{}]*\}/g, "{}");
}

/** @returns The names of a path's parameters, in order. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string);
}

/** Two documents' operations, put side by side. */
export interface Matched {
  readonly both: readonly (readonly [Operation, Operation])[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/** Pairs operations by method and path, then by operationId: one that has moved is the same operation at another place. */
export function matchOperations(base: Map<string, Operation>, revision: Map<string, Operation>): Matched {
  const both: [Operation, Operation][] = [];
  const removed: Operation[] = [];
  const added = new Map([...revision].filter(([key]) => !base.has(key)));
  const byId = new Map([...added.values()].flatMap((one) => (one.id === undefined ? [] : [[one.id, one] as const])));
  for (const operation of base.values()) {
    const moved = operation.id === undefined ? undefined : byId.get(operation.id);
    const other = revision.get(operation.key) ?? (moved && added.has(moved.key) ? moved : undefined);
    if (!other) removed.push(operation);
    else {
      added.delete(other.key);
      both.push([operation, other]);
    }
  }
  return { both, removed, added: [...added.values()] };
}

/** @returns The place of a path in `paths`. */
export function pathPointer(path: string): string {
  return childPointer("/paths", path);
}
