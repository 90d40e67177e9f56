import { type Outline, type Part, pointerOf } from "@customer-clients/scripts/src/spec/outline.ts";
import { isObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import { childOf, childrenOf } from "./parts.ts";

/** A piece of a type as TypeScript writes it; a piece with `schema` is the name of a schema that has a page. */
export interface TypePiece {
  readonly text: string;
  readonly schema?: string;
}

/** The most characters of an enum's values that a type writes out. */
const LONGEST_UNION = 120;

const NAMES: Readonly<Record<string, string>> = {
  integer: "number",
  number: "number",
  string: "string",
  boolean: "boolean",
  null: "null",
  object: "object",
};

/**
 * @param part A schema, or a reference to one.
 * @returns Its type as TypeScript would write it, in pieces: `string | null`, `Customer[]`. Limits have no place in it.
 */
export function typeOf(outline: Outline, part: Part): readonly TypePiece[] {
  return merge(union(alternatives(outline, part)));
}

/** @returns A type's text, without its links. */
export function textOfType(type: readonly TypePiece[]): string {
  return type.map(({ text }) => text).join("");
}

/** @returns Whether a schema's type writes out its enum. */
export function writesEnum(values: readonly unknown[]): boolean {
  return values.map(literal).join(" | ").length <= LONGEST_UNION;
}

type Type = readonly TypePiece[];

/** A schema's type as the members of a union: one for most. */
function alternatives(outline: Outline, part: Part): Type[] {
  const { value } = part;
  if (typeof value.$ref === "string") {
    const target = outline.at(pointerOf(value.$ref));
    if (!target) return [[{ text: "unknown" }]];
    return isNamedSchema(target) ? [[{ text: target.key, schema: target.key }]] : alternatives(outline, target);
  }
  if ("const" in value) return [[{ text: literal(value.const) }]];
  if (Array.isArray(value.enum) && writesEnum(value.enum)) return value.enum.map((each) => [{ text: literal(each) }]);
  for (const keyword of ["oneOf", "anyOf"]) {
    const members = childrenOf(outline, part, keyword);
    if (members.length > 0) return members.flatMap((member) => alternatives(outline, member));
  }
  const all = childrenOf(outline, part, "allOf");
  if (all.length > 0) return [join(all.map((member) => typeOf(outline, member)).map(bracketed), " & ")];
  return typeNames(value).map((name) => ofName(outline, part, name));
}

function ofName(outline: Outline, part: Part, name: string): Type {
  if (name === "array") {
    const first = childrenOf(outline, part, "prefixItems");
    if (first.length > 0) {
      return [
        { text: "[" },
        ...join(
          first.map((item) => typeOf(outline, item)),
          ", ",
        ),
        { text: "]" },
      ];
    }
    const items = childOf(outline, part, "items");
    return [...bracketed(items ? typeOf(outline, items) : [{ text: "unknown" }]), { text: "[]" }];
  }
  if (name !== "object" || isObject(part.value.properties)) return [{ text: NAMES[name] ?? "unknown" }];
  const rest = childOf(outline, part, "additionalProperties");
  if (!rest) return [{ text: part.value.additionalProperties === true ? "Record<string, unknown>" : "object" }];
  return [{ text: "Record<string, " }, ...typeOf(outline, rest), { text: ">" }];
}

function typeNames({ type, properties }: Part["value"]): string[] {
  if (typeof type === "string") return [type];
  if (Array.isArray(type)) return type.map(String);
  return [isObject(properties) ? "object" : "unknown"];
}

function isNamedSchema({ pointer }: Part): boolean {
  return /^\/components\/schemas\/[^/]+$/.test(pointer);
}

function union(members: readonly Type[]): Type {
  const seen = new Set<string>();
  const distinct = members.filter((member) => {
    const text = textOfType(member);
    return !seen.has(text) && seen.add(text);
  });
  return join(distinct, " | ");
}

function join(types: readonly Type[], separator: string): Type {
  return types.flatMap((type, index) => (index === 0 ? type : [{ text: separator }, ...type]));
}

function bracketed(type: Type): Type {
  return / [|&] /.test(textOfType(type)) ? [{ text: "(" }, ...type, { text: ")" }] : type;
}

/** Joins neighbouring pieces that aren't names. */
function merge(type: Type): Type {
  const merged: TypePiece[] = [];
  for (const piece of type) {
    const last = merged.at(-1);
    if (last && last.schema === undefined && piece.schema === undefined) {
      merged[merged.length - 1] = { text: last.text + piece.text };
    } else merged.push(piece);
  }
  return merged;
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
