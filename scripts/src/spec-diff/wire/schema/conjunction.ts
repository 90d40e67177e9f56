import { isObject, type JsonObject } from "../../../spec/pointer.ts";
import { childOf, isEqual, listOf, own, type SchemaNode, targetOf, variantOf } from "./node.ts";

/** A schema without what only refers or joins: its value has no `$ref` and no `allOf`. */
export interface PlainNode extends SchemaNode {
  readonly value: JsonObject;
}

/**
 * Schemas that all hold for one value: what `$ref` and `allOf` come to. How a document cuts its schemas into pieces is
 * gone here, so that it makes no difference.
 */
export interface Conjunction {
  /** The same for the same schemas. */
  readonly key: string;
  readonly nodes: readonly PlainNode[];
  /** Whether nothing can hold: `false` is among them. */
  readonly never: boolean;
  /** Of a `oneOf` whose branch this is: the other branches, none of which holds. */
  readonly excluded: readonly SchemaNode[];
  /** The members of the schemas' own `allOf`, as they stand there. */
  readonly joined: readonly SchemaNode[];
}

/** What holds for every value. */
const ANYTHING: Conjunction = { key: "", nodes: [], never: false, excluded: [], joined: [] };

/** How many choices between null and a schema may stand in each other before they are left as they are. */
const MAX_NULLABLE_DEPTH = 50;

/** How many constants of a choice are taken for an `enum`. */
const MAX_LISTED = 1_000;

/** @returns What the schemas come to together. */
export function conjunctionOf(schemas: readonly SchemaNode[], excluded: readonly SchemaNode[] = []): Conjunction {
  const conjunctions = schemas[0]?.side.conjunctions;
  if (!conjunctions) return ANYTHING;
  const given = keyOf(schemas, excluded);
  const known = conjunctions.get(given);
  if (known) return known;
  const { nodes, never } = flatten(schemas);
  const joined = schemas.flatMap(membersOf);
  const conjunction = { key: keyOf(nodes, excluded) + (never ? "!" : ""), nodes, never, excluded, joined };
  conjunctions.set(given, conjunction);
  return conjunction;
}

function membersOf(schema: SchemaNode): SchemaNode[] {
  const reference = own(schema.value, "$ref");
  const node = (typeof reference === "string" && targetOf(schema.side, reference)) || schema;
  return listOf(own(node.value, "allOf")).map((_, index) => childOf(node, "allOf", String(index)));
}

function keyOf(nodes: readonly SchemaNode[], excluded: readonly SchemaNode[]): string {
  const keys = nodes.map(({ key }) => key).sort();
  const out = excluded.map(({ key }) => `-${key}`).sort();
  return [...keys, ...out].join("|");
}

function flatten(schemas: readonly SchemaNode[]): { nodes: PlainNode[]; never: boolean } {
  const seen = new Set<string>();
  const nodes: PlainNode[] = [];
  let never = false;
  // A list, not recursion: a chain of references can be as long as a document.
  const waiting = [...schemas].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (seen.has(node.key)) continue;
    seen.add(node.key);
    if (node.value === false) never = true;
    if (!isObject(node.value)) continue;
    const { plain, joined } = partsOf(node as PlainNode);
    if (plain) nodes.push(plain);
    waiting.push(...joined.reverse());
  }
  return { nodes, never };
}

/** A schema's own keywords, and the schemas that hold beside them. */
function partsOf(node: PlainNode): { plain?: PlainNode; joined: SchemaNode[] } {
  const joined: SchemaNode[] = [];
  const rest: Record<string, unknown> = { ...node.value };
  for (const keyword of ["$ref", "$dynamicRef"]) {
    const reference = rest[keyword];
    if (typeof reference !== "string") continue;
    const target = targetOf(node.side, reference);
    if (target) joined.push(target);
    delete rest[keyword];
  }
  for (const keyword of ["allOf", "anyOf", "oneOf"]) {
    const branches = listOf(rest[keyword]).map((_, index) => childOf(node, keyword, String(index)));
    if (branches.length === 0 || (keyword !== "allOf" && branches.length > 1)) continue;
    joined.push(...branches);
    delete rest[keyword];
  }
  for (const keyword of ["anyOf", "oneOf"]) {
    const simpler = nullableOf(node, keyword) ?? listedOf(node, keyword);
    if (!simpler) continue;
    joined.push(...simpler);
    delete rest[keyword];
  }
  const keywords = Object.keys(rest);
  if (keywords.length === 0) return { joined };
  const isWhole = keywords.length === Object.keys(node.value).length;
  return { plain: isWhole ? node : { ...node, value: rest }, joined };
}

/** What "one schema or null" comes to, where it can be written without the choice: `{ type: [string, "null"] }`. */
function nullableOf(node: PlainNode, keyword: string): SchemaNode[] | undefined {
  const branches = listOf(node.value[keyword]).map((_, index) => childOf(node, keyword, String(index)));
  if (branches.length !== 2) return undefined;
  const other = branches.find(({ value }) => !isNull(value));
  if (!other || !branches.some(({ value }) => isNull(value))) return undefined;
  const { nodes, never } = flattenOnce(other);
  if (
    never ||
    nodes.some(({ value }) => ["anyOf", "oneOf", "not", "if"].some((key) => own(value, key) !== undefined))
  ) {
    return undefined;
  }
  if (!nodes.some(excludesNull)) return undefined;
  return nodes.map((part) => variantOf(part, "null", withNull(part.value)));
}

/** Keywords of a listed value that only readers see. */
const NOTES: readonly string[] = ["title", "description", "deprecated"];

/** What a choice between constants comes to, `oneOf: [{ const: a }, { const: b }]`: an `enum` of them. */
function listedOf(node: PlainNode, keyword: string): SchemaNode[] | undefined {
  const branches = listOf(node.value[keyword]);
  const values: unknown[] = [];
  const notes: unknown[] = [];
  for (const branch of branches) {
    if (!isObject(branch) || !Object.hasOwn(branch, "const")) return undefined;
    if (Object.keys(branch).some((key) => key !== "const" && !NOTES.includes(key))) return undefined;
    if (values.some((value) => isEqual(value, branch.const))) return undefined;
    values.push(branch.const);
    if (NOTES.some((key) => Object.hasOwn(branch, key))) notes.push(branch);
  }
  if (values.length === 0 || values.length > MAX_LISTED) return undefined;
  const variant = variantOf(node, `listed ${keyword}`, {
    enum: values,
    ...(notes.length > 0 && { description: notes }),
  });
  return [{ ...variant, writtenAs: { enum: keyword, description: keyword } }];
}

const flattening = new Set<string>();

/** Flattens what may lead back to itself: a choice between null and the schema that it stands in. */
function flattenOnce(node: SchemaNode): { nodes: PlainNode[]; never: boolean } {
  if (flattening.has(node.key) || flattening.size > MAX_NULLABLE_DEPTH) return { nodes: [], never: true };
  flattening.add(node.key);
  const found = flatten([node]);
  flattening.delete(node.key);
  return found;
}

function isNull(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (
    isEqual(value.type, "null") ||
    isEqual(value.type, ["null"]) ||
    (Object.hasOwn(value, "const") && value.const === null) ||
    isEqual(value.enum, [null])
  );
}

function excludesNull({ value }: PlainNode): boolean {
  const types = typeof value.type === "string" ? [value.type] : listOf(value.type);
  if (types.length > 0 && !types.includes("null")) return true;
  if (Array.isArray(value.enum) && !value.enum.includes(null)) return true;
  return Object.hasOwn(value, "const") && value.const !== null;
}

function withNull(value: JsonObject): JsonObject {
  const { type, enum: values, const: only, ...rest } = value;
  const types = typeof type === "string" ? [type] : listOf(type);
  return {
    ...rest,
    ...(types.length > 0 && { type: [...types.filter((name) => name !== "null"), "null"] }),
    ...(Array.isArray(values) && { enum: [...values.filter((one) => one !== null), null] }),
    ...(Object.hasOwn(value, "const") && { enum: only === null ? [null] : [only, null] }),
  };
}
