import { stringLiteral } from "./literal.ts";
import { allowsNull, declaredTypes } from "./schema-facts.ts";
import { SpecNode } from "./spec-node.ts";

/** The TypeScript type of a value in an answer. */
export interface ValueType {
  readonly schema: SpecNode;
  /** A type expression for it; may have `undefined` in it when `optional`. Called only when no shorter name will do. */
  readonly expression: () => string;
  readonly optional: boolean;
}

/** @returns The alias of the component schema that a reference leads to, if it leads to one. */
export type AliasOf = (reference: string) => string | undefined;

const PRIMITIVES: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  null: "null",
};

/**
 * Follows a JSON pointer through a schema, and through `$ref`, `allOf`, and the unions that have the property in each branch.
 *
 * @param whole The value that the pointer starts at.
 * @param place Where the pointer stands, for the message.
 * @throws {UnusableSpecError} When the schema doesn't have what the pointer names.
 */
export function typeAt(whole: ValueType, segments: readonly string[], aliasOf: AliasOf, place: SpecNode): ValueType {
  return segments.reduce((owner, segment, index) => {
    const pointer = `/${segments.slice(0, index + 1).join("/")}`;
    const found = member(owner, segment, aliasOf);
    return found ?? place.fail(`expected ${pointer} to be a property of the success answer's schema`);
  }, whole);
}

/** @returns A type expression to read: an alias, a primitive, an array or union of these, or else where the type stands. */
export function printType(value: ValueType, aliasOf: AliasOf): string {
  return (
    shortType(value.schema, aliasOf) ??
    (value.optional ? `Exclude<${value.expression()}, undefined>` : value.expression())
  );
}

/**
 * @returns The type of the items of a list.
 * @throws {UnusableSpecError} When the value isn't a list.
 */
export function itemType(list: ValueType, aliasOf: AliasOf, place: SpecNode): ValueType {
  const schema = onlyBranch(list.schema).target();
  const items = schema.get("items");
  if (!declaredTypes(schema).includes("array") || items === undefined)
    return place.fail("expected a pointer to an array with items");
  const expression = () => `NonNullable<${printType(list, aliasOf)}>[number]`;
  return { schema: items, optional: false, expression };
}

function member(
  owner: ValueType,
  name: string,
  aliasOf: AliasOf,
  known: Map<string, ValueType | undefined> = new Map(),
): ValueType | undefined {
  const schema = onlyBranch(owner.schema);
  const target = schema.target();
  // A schema that leads back to itself adds nothing.
  if (known.has(target.pointer)) return known.get(target.pointer);
  known.set(target.pointer, undefined);
  const found = memberOf(target, objectExpression(owner, schema, aliasOf), name, aliasOf, known);
  known.set(target.pointer, found);
  return found;
}

function memberOf(
  schema: SpecNode,
  expression: () => string,
  name: string,
  aliasOf: AliasOf,
  known: Map<string, ValueType | undefined>,
): ValueType | undefined {
  const memberExpression = () => `${expression()}[${stringLiteral(name)}]`;
  const inBranch = (branch: SpecNode) => member({ schema: branch, optional: false, expression }, name, aliasOf, known);

  const property = schema.get("properties")?.get(name);
  if (property) {
    const optional = !schema
      .get("required")
      ?.items()
      .some(({ value }) => value === name);
    return { schema: property, optional, expression: memberExpression };
  }
  // The intersection has what one of its parts has.
  for (const part of schema.get("allOf")?.items() ?? []) {
    const found = inBranch(part);
    if (found) return found;
  }
  const found = unionOf(schema)
    .filter((branch) => !isNull(branch))
    .map(inBranch);
  const members = found.filter((value) => value !== undefined);
  const [first] = members;
  if (!first || members.length < found.length) return undefined;
  const isOne = members.every(
    (value) => value.schema.reference !== undefined && value.schema.reference === first.schema.reference,
  );
  if (isOne) return first;
  const optional = members.some((value) => value.optional);
  return { schema: unionOfMembers(schema, members), optional, expression: memberExpression };
}

/** The type of an owner that is there and not `null`, as an expression that can be indexed. */
function objectExpression(owner: ValueType, schema: SpecNode, aliasOf: AliasOf): () => string {
  const alias = aliasOf(schema.reference ?? "");
  const mayLack = alias === undefined ? owner.optional || allowsNull(owner.schema) : allowsNull(schema);
  return () => {
    const expression = alias ?? owner.expression();
    return mayLack ? `NonNullable<${expression}>` : expression;
  };
}

/** A schema that stands for a property that each branch of a union has in its own way. */
function unionOfMembers(union: SpecNode, members: readonly ValueType[]): SpecNode {
  return new SpecNode(union.source, union.pointer, { anyOf: members.map(({ schema }) => schema.value) });
}

/** The branch that carries the value where a union only adds `null` to it, or an `allOf` only a description. */
function onlyBranch(schema: SpecNode): SpecNode {
  if (schema.reference !== undefined || schema.get("properties") || schema.get("items")) return schema;
  const branches = unionOf(schema).filter((branch) => !isNull(branch));
  const all = schema.get("allOf")?.items() ?? [];
  if (all.length + branches.length !== 1) return schema;
  return onlyBranch((all[0] ?? branches[0]) as SpecNode);
}

/** A type that can be written without saying where it stands; `undefined` when there is none. */
function shortType(schema: SpecNode, aliasOf: AliasOf): string | undefined {
  if (schema.reference !== undefined) return aliasOf(schema.reference) ?? shortType(schema.target(), aliasOf);
  if (schema.get("enum") || schema.get("const") || schema.get("properties")) return undefined;
  const types = declaredTypes(schema);
  const union = unionOf(schema);
  const all = schema.get("allOf")?.items() ?? [];
  if (types.length === 0 && union.length > 0 && all.length === 0) {
    const names = union.map((branch) => shortType(branch, aliasOf));
    return names.includes(undefined) ? undefined : [...new Set(names)].join(" | ");
  }
  if (types.length === 0 && all.length === 1 && union.length === 0) return shortType(all[0] as SpecNode, aliasOf);
  if (union.length + all.length > 0 || types.length === 0) return undefined;
  const names = types.map((type) => (type === "array" ? arrayType(schema, aliasOf) : PRIMITIVES[String(type)]));
  return names.includes(undefined) ? undefined : [...new Set(names)].join(" | ");
}

function arrayType(schema: SpecNode, aliasOf: AliasOf): string | undefined {
  const items = schema.get("items");
  if (!items || schema.get("prefixItems")) return undefined;
  const name = shortType(items, aliasOf);
  return name?.includes(" ") ? `(${name})[]` : name && `${name}[]`;
}

function unionOf(schema: SpecNode): SpecNode[] {
  return ["anyOf", "oneOf"].flatMap((key) => schema.get(key)?.items() ?? []);
}

function isNull(schema: SpecNode): boolean {
  return schema.target().get("type")?.value === "null";
}
