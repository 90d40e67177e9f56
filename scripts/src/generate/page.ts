import { readPointer } from "./client-pointer.ts";
import type { SpecNode } from "./spec-node.ts";
import { type AliasOf, itemType, typeAt, type ValueType } from "./value-type.ts";

/** How a list is paged. */
export interface PageRule {
  /** The pipeline's function for it. */
  readonly reader: string;
  /** The type of what that function is told. */
  readonly type: string;
  /** What it is told. */
  readonly where: Readonly<Record<string, string | readonly string[]>>;
}

/** What each kind of paging is told by: query parameters, and pointers into the answer; those with `?` may be left out. */
const KINDS = {
  number: {
    reader: "byNumber",
    type: "NumberPaging",
    parameters: ["parameter"],
    pointers: ["items", "total?", "size?", "current?", "last?"],
  },
  cursor: {
    reader: "byCursor",
    type: "CursorPaging",
    parameters: ["parameter", "before?"],
    pointers: ["items", "more"],
  },
  single: { reader: "whole", type: "Paging", parameters: [], pointers: ["items"] },
} as const;

/**
 * @param page The operation's `x-client.page`.
 * @param answer The type of the whole answer; each pointer must lead to something in it.
 * @param queryNames The names of the operation's query parameters.
 * @returns The rule, and the type of an item.
 * @throws {UnusableSpecError} When the rule names what isn't there, or can't tell where the list ends.
 */
export function readPage(
  page: SpecNode,
  answer: ValueType,
  queryNames: readonly string[],
  aliasOf: AliasOf,
): { rule: PageRule; item: ValueType } {
  const kind = page.text("kind") ?? "";
  if (!isKind(kind)) return page.fail(`expected kind to be one of ${Object.keys(KINDS).join(", ")}`);
  const { reader, type, parameters, pointers } = KINDS[kind];
  const where: Record<string, string | readonly string[]> = {};
  for (const [name, node] of members(page, parameters)) where[name] = queryParameter(node, queryNames);
  for (const [name, node] of members(page, pointers)) {
    where[name] = readPointer(node);
    typeAt(answer, where[name], aliasOf, node);
  }
  const itemsNode = page.get("items") as SpecNode;
  const item = itemType(typeAt(answer, readPointer(itemsNode), aliasOf, itemsNode), aliasOf, itemsNode);
  if (kind === "cursor") {
    const cursor = page.need("cursor", "a pointer to the cursor in an item");
    where.cursor = readPointer(cursor);
    typeAt(item, where.cursor, aliasOf, cursor);
  }
  if (kind === "number" && !where.last && !(where.total && where.size)) {
    page.fail("expected last, or total and size: without them nothing tells where the list ends");
  }
  return { rule: { reader, type, where }, item };
}

function* members(page: SpecNode, names: readonly string[]): Generator<[name: string, node: SpecNode]> {
  for (const name of names) {
    const key = name.replace("?", "");
    const node = name === key ? page.need(key, "for this kind of page") : page.get(key);
    if (node) yield [key, node];
  }
}

function queryParameter(node: SpecNode, queryNames: readonly string[]): string {
  if (typeof node.value === "string" && queryNames.includes(node.value)) return node.value;
  return node.fail(
    `expected a query parameter of this operation (${queryNames.join(", ")}), found ${JSON.stringify(node.value)}`,
  );
}

function isKind(kind: string): kind is keyof typeof KINDS {
  return Object.hasOwn(KINDS, kind);
}
