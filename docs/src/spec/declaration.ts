import type { SchemaPage } from "./schema-page.ts";
import type { FieldView } from "./schema-view.ts";
import { textOfType } from "./type-text.ts";

/** @returns A schema as TypeScript declares it; what stands within it without a name is written out where it stands. */
export function declarationOf({ name, view }: SchemaPage): string {
  if (view.fields.length === 0) return `type ${name} = ${textOfType(view.type)};`;
  return `interface ${name} ${membersOf(view.fields, "")}`;
}

function membersOf(fields: readonly FieldView[], indent: string): string {
  const lines = fields.map((field) => {
    const inline = field.name === undefined && field.fields.length > 0 && textOfType(field.type) === "object";
    const type = inline ? membersOf(field.fields, `${indent}  `) : textOfType(field.type);
    const key = /^[A-Za-z_$][\w$]*$/.test(field.label) ? field.label : JSON.stringify(field.label);
    return `${indent}  ${key}${field.required ? "" : "?"}: ${type};\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}
