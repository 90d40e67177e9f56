import { type Outline, outlineOf, type Part } from "@customer-clients/scripts/src/spec/outline.ts";

/** @returns The outline of a document with these schemas, and one of them. */
export function schemaIn(schemas: Record<string, object>, name: string): { outline: Outline; part: Part } {
  const outline = outlineOf({ openapi: "3.1.1", components: { schemas } });
  const part = outline.at(`/components/schemas/${name}`);
  if (!part) throw new Error(`expected a schema ${name}`);
  return { outline, part };
}
