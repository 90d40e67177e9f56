import { type Outline, type Part, pointerOf } from "@customer-clients/scripts/src/spec/outline.ts";
import { childPointer, entriesOf } from "@customer-clients/scripts/src/spec/pointer.ts";

/** @returns The part under a key, where there is one: a reference isn't followed. */
export function childOf(outline: Outline, part: Part, key: string): Part | undefined {
  return outline.at(childPointer(part.pointer, key));
}

/** @returns The parts in a map or a list under a key, in its order. */
export function childrenOf(outline: Outline, part: Part, key: string): Part[] {
  const pointer = childPointer(part.pointer, key);
  return entriesOf(part.value[key]).flatMap(([name]) => outline.at(childPointer(pointer, name)) ?? []);
}

/**
 * @param part A part, which may be a reference.
 * @returns The part that it is, and the chain of references that led there, the outermost first.
 */
export function follow(outline: Outline, part: Part): { readonly target: Part; readonly through: readonly Part[] } {
  const through: Part[] = [];
  let target = part;
  while (typeof target.value.$ref === "string" && !through.includes(target)) {
    through.push(target);
    const next = outline.at(pointerOf(target.value.$ref));
    if (!next) break;
    target = next;
  }
  return { target, through };
}

/**
 * @returns The pointer of a part's own text, or of the one of what it refers to; undefined where none has it. A text beside a
 * `$ref` takes the place of the one that it leads to.
 */
export function textPointer(outline: Outline, part: Part, key: "description" | "summary"): string | undefined {
  const { target, through } = follow(outline, part);
  const owner = [...through, target].find(({ value }) => typeof value[key] === "string");
  return owner && childPointer(owner.pointer, key);
}
