import type { SchemaView } from "./schema-view.ts";
import { textOfType } from "./type-text.ts";

/** The most characters of fields that a shape writes out. */
const LONGEST = 60;

/** @returns What a schema is called in a line: its type, or the fields of an object without a name. */
export function shapeOf({ name, type, fields }: SchemaView): string {
  const text = textOfType(type);
  if (name !== undefined || text !== "object" || fields.length === 0) return text;
  const members = fields.map((field) => `${field.label}: ${textOfType(field.type)}`).join(", ");
  if (members.length <= LONGEST) return `{ ${members} }`;
  const names = fields.map(({ label }) => label).join(", ");
  return `{ ${names.length <= LONGEST ? names : `${names.slice(0, LONGEST)}…`} }`;
}
