import type { Outline, Part } from "../spec/outline.ts";
import { childPointer } from "../spec/pointer.ts";
import { childrenOf } from "./operations.ts";

/**
 * Follows a JSON pointer into the values that a schema describes: properties and items, through references and
 * combined schemas.
 *
 * @param schema The schema of the value that the pointer starts at.
 * @param segments The pointer's keys.
 * @param excluded The pointer of a schema that isn't an alternative here: the error branch of a success answer.
 * @returns Every schema that applies at the pointer's end; none where the pointer leads nowhere.
 */
export function schemasAt(outline: Outline, schema: Part, segments: readonly string[], excluded?: string): Part[] {
  let found = alternatives(outline, schema, excluded);
  for (const segment of segments) {
    const children = found.flatMap(({ pointer }) => {
      const property = outline.at(childPointer(`${pointer}/properties`, segment));
      const item = /^\d+$/.test(segment) ? outline.at(`${pointer}/items`) : undefined;
      return property ?? item ?? [];
    });
    found = children.flatMap((child) => alternatives(outline, child, excluded));
  }
  return found;
}

/** @returns The schema itself, what it refers to, and the branches it is combined of, each once. */
function alternatives(outline: Outline, schema: Part, excluded: string | undefined): Part[] {
  const found = new Set([schema]);
  for (const part of found) {
    const branches = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => childrenOf(outline, part, keyword));
    for (const next of [outline.resolve(part), ...branches]) if (next && next.pointer !== excluded) found.add(next);
  }
  return [...found];
}
