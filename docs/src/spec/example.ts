import type { Outline, Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { type Marks, marksOf } from "./marks.ts";
import { childrenOf, follow, textPointer } from "./parts.ts";

/** An example of a body, an answer or a parameter. */
export interface ExampleView {
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly marks: Marks;
  /** The value as JSON, indented. */
  readonly json: string;
}

/** @returns The examples of a media type, a parameter or a header, named ones first. */
export function examplesOf(outline: Outline, part: Part): ExampleView[] {
  const named = childrenOf(outline, part, "examples").map((example) => {
    const { target } = follow(outline, example);
    const summary = textPointer(outline, example, "summary");
    const description = textPointer(outline, example, "description");
    return {
      name: example.key,
      ...(summary !== undefined && { summary }),
      ...(description !== undefined && { description }),
      marks: marksOf(outline, example),
      json: JSON.stringify(target.value.value, null, 2),
    };
  });
  if (part.kind !== "mediaType" || part.value.example === undefined) return named;
  return [
    ...named,
    { name: "example", marks: marksOf(outline, part), json: JSON.stringify(part.value.example, null, 2) },
  ];
}
