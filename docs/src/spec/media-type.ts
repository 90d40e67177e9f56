import type { Outline, Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { type ExampleView, examplesOf } from "./example.ts";
import { childOf, childrenOf } from "./parts.ts";
import { type SchemaView, viewSchema } from "./schema-view.ts";

/** A body in one media type. */
export interface MediaTypeView {
  /** Such as `application/json`. */
  readonly type: string;
  readonly schema?: SchemaView;
  readonly examples: readonly ExampleView[];
}

/** @returns The media types of a request body or an answer. */
export function mediaTypesOf(outline: Outline, part: Part, anchor: string): MediaTypeView[] {
  return childrenOf(outline, part, "content").map((media, index) => {
    const schema = childOf(outline, media, "schema");
    const place = index === 0 ? anchor : `${anchor}${index + 1}`;
    return {
      type: media.key,
      ...(schema && { schema: viewSchema(outline, schema, place) }),
      examples: examplesOf(outline, media),
    };
  });
}
