import type { Outline, Part } from "@customer-clients/scripts/src/spec/outline.ts";
import { isObject } from "@customer-clients/scripts/src/spec/pointer.ts";
import { follow } from "./parts.ts";

/** Where a fact comes from, where it isn't the provider's documentation, and whether it is kept out of logs. */
export interface Marks {
  readonly source?: "sdk" | "inferred";
  readonly sensitive: boolean;
  readonly deprecated: boolean;
}

/** @returns A part's marks: its own, those of its schema, and those of what it refers to. */
export function marksOf(outline: Outline, part: Part): Marks {
  const { target, through } = follow(outline, part);
  const values = [...through, target].map(({ value }) => value);
  if (isObject(target.value.schema)) values.push(target.value.schema);
  const source = values.map((value) => value["x-source"]).find((mark) => mark !== undefined);
  return {
    ...sourceMark(source),
    sensitive: values.some((value) => value["x-sensitive"] === true),
    deprecated: values.some((value) => value.deprecated === true),
  };
}

/** @returns The mark of an `x-source`; none for what is documented, which is taken for granted. */
export function sourceMark(source: unknown): { readonly source?: "sdk" | "inferred" } {
  return source === "sdk" || source === "inferred" ? { source } : {};
}
