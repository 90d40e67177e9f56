import type { Outline, Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { type ExampleView, examplesOf } from "./example.ts";
import { factsOf } from "./facts.ts";
import { marksOf } from "./marks.ts";
import { childOf, childrenOf, follow, textPointer } from "./parts.ts";
import { type FieldView, viewSchema } from "./schema-view.ts";

/** A parameter of an operation, or a header of an answer. */
export interface ParameterView extends FieldView {
  readonly examples: readonly ExampleView[];
}

/**
 * @param part A parameter or a header, or a reference to one; its own name is its key unless it says another.
 * @param anchor What its anchor begins with.
 */
export function viewParameter(outline: Outline, part: Part, anchor: string): ParameterView {
  const { target } = follow(outline, part);
  const label = typeof target.value.name === "string" ? target.value.name : part.key;
  const place = `${anchor}-${label}`;
  const content = childrenOf(outline, target, "content");
  const holder = content[0] ?? target;
  const schemaPart = childOf(outline, holder, "schema");
  const schema = schemaPart && viewSchema(outline, schemaPart, place);
  const description = textPointer(outline, part, "description");
  const { required, ...rest } = target.value;
  return {
    ...(schema?.name !== undefined && { name: schema.name }),
    type: schema?.type ?? [{ text: "unknown" }],
    fields: schema?.fields ?? [],
    pieces: schema?.pieces ?? [],
    again: schema?.again ?? false,
    descriptions: [...(description === undefined ? [] : [description]), ...(schema?.descriptions ?? [])],
    facts: [
      ...(schema?.facts ?? []),
      ...factsOf(rest),
      ...content.map(({ key }) => ({ keyword: "contentMediaType", values: [key] })),
    ],
    marks: marksOf(outline, part),
    examples: content.length > 0 ? examplesOf(outline, holder) : examplesOf(outline, target),
    label,
    required: required === true,
    anchor: place,
  };
}
