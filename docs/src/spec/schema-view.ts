import type { Outline, Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { isObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import { type Fact, factsOf } from "./facts.ts";
import { type Marks, marksOf } from "./marks.ts";
import { childOf, childrenOf, follow, textPointer } from "./parts.ts";
import { type TypePiece, typeOf } from "./type-text.ts";

/** What a page shows of a schema. */
export interface SchemaView {
  /** The name of the schema that this is, where it has a page of its own. */
  readonly name?: string;
  readonly type: readonly TypePiece[];
  /** The pointers of its texts. */
  readonly descriptions: readonly string[];
  readonly facts: readonly Fact[];
  readonly marks: Marks;
  /** The properties, when it is an object. */
  readonly fields: readonly FieldView[];
  /** What else belongs to it: the cases of a union, a list's items, a condition. */
  readonly pieces: readonly PieceView[];
  /** Whether its fields and pieces are left out, since it stands within itself: its own page has them. */
  readonly again: boolean;
}

/** A property, parameter or header. */
export interface FieldView extends SchemaView {
  readonly label: string;
  readonly required: boolean;
  /** A name for addresses, unique on the page: the names on the way to the field. */
  readonly anchor: string;
}

/** A schema within a schema, and what it is to it. */
export interface PieceView {
  readonly role: PieceRole;
  readonly view: SchemaView;
}

export type PieceRole =
  | "case"
  | "all"
  | "items"
  | "values"
  | "condition"
  | "consequence"
  | "alternative"
  | "not"
  | "other";

const ROLES: readonly (readonly [keyword: string, role: PieceRole])[] = [
  ["allOf", "all"],
  ["oneOf", "case"],
  ["anyOf", "case"],
  ["prefixItems", "items"],
  ["items", "items"],
  ["additionalProperties", "values"],
  ["if", "condition"],
  ["then", "consequence"],
  ["else", "alternative"],
  ["not", "not"],
  ...["contains", "propertyNames", "patternProperties", "dependentSchemas", "contentSchema", "unevaluatedItems"].map(
    (keyword) => [keyword, "other"] as const,
  ),
  ["unevaluatedProperties", "other"],
];

/**
 * @param part A schema, or a reference to one.
 * @param anchor What the anchors of its fields begin with.
 * @param around The schemas that it stands in, by pointer.
 */
export function viewSchema(outline: Outline, part: Part, anchor: string, around: readonly string[] = []): SchemaView {
  const { target, through } = follow(outline, part);
  const again = around.includes(target.pointer);
  const within = [...around, target.pointer];
  const name = /^\/components\/schemas\/([^/]+)$/.exec(target.pointer)?.[1];
  const description = textPointer(outline, part, "description");
  const beside = through.flatMap(({ value }) => factsOf(value));
  const own = factsOf(target.value).filter(({ keyword }) => !beside.some((fact) => fact.keyword === keyword));
  return {
    ...(name !== undefined && { name }),
    descriptions: description === undefined ? [] : [description],
    type: typeOf(outline, part),
    facts: [...own, ...beside],
    marks: marksOf(outline, part),
    fields: again ? [] : fieldsOf(outline, target, anchor, within),
    pieces: again ? [] : piecesOf(outline, target, anchor, within),
    again,
  };
}

function fieldsOf(outline: Outline, schema: Part, anchor: string, around: readonly string[]): FieldView[] {
  const required = Array.isArray(schema.value.required) ? schema.value.required : [];
  return childrenOf(outline, schema, "properties").map((property) => {
    const place = `${anchor}-${property.key}`;
    return {
      ...viewSchema(outline, property, place, around),
      label: property.key,
      required: required.includes(property.key),
      anchor: place,
    };
  });
}

function piecesOf(outline: Outline, schema: Part, anchor: string, around: readonly string[]): PieceView[] {
  return ROLES.flatMap(([keyword, role]) => {
    const value = schema.value[keyword];
    if (!isObject(value) && !Array.isArray(value)) return [];
    const single = childOf(outline, schema, keyword);
    const parts = single ? [single] : childrenOf(outline, schema, keyword);
    return parts.map((part, index) => {
      const place = `${anchor}-${role}${parts.length > 1 ? index + 1 : ""}`;
      return { role, view: viewSchema(outline, part, place, around) };
    });
  });
}
