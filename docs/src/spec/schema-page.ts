import type { Outline, Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { operationParts } from "./operation.ts";
import { type SchemaView, viewSchema } from "./schema-view.ts";

/** What a schema's page shows. */
export interface SchemaPage {
  readonly name: string;
  readonly view: SchemaView;
  /** The ids of the operations in whose request or answers it stands, however deep. */
  readonly operations: readonly string[];
  /** The schemas that refer to it themselves. */
  readonly schemas: readonly string[];
}

/** @returns The named schemas of a document, in its order. */
export function schemaParts(outline: Outline): Part[] {
  return outline.parts.filter(({ pointer }) => /^\/components\/schemas\/[^/]+$/.test(pointer));
}

/** @param part One of {@link schemaParts}. */
export function viewSchemaPage(outline: Outline, part: Part): SchemaPage {
  const reference = `#${part.pointer}`;
  const users = schemaParts(outline).filter((other) =>
    outline.parts.some(
      ({ pointer, value }) =>
        value.$ref === reference && (pointer === other.pointer || pointer.startsWith(`${other.pointer}/`)),
    ),
  );
  return {
    name: part.key,
    view: viewSchema(outline, part, part.key),
    operations: operationParts(outline)
      .filter((operation) => outline.reachableFrom(operation).includes(part))
      .map(({ value }) => String(value.operationId)),
    schemas: users.map(({ key }) => key),
  };
}
