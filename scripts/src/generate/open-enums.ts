import { type Outline, outlineOf, type Part, pointerOf } from "../spec/outline.ts";
import { SpecNode } from "./spec-node.ts";

/** Where the values of an enum that has further ones stand, for {@link openEnumsOf}'s users. */
export const OPEN_ENUM = "x-open-enum";

/** Enums of text in a document, by where they can turn up. */
export interface Enums {
  /** Those only in answers: a provider may add a value at any time. */
  readonly open: readonly Part[];
  /** Those both in answers and in requests, which stay closed. */
  readonly shared: readonly SpecNode[];
}

/**
 * Sorts the enums by where they can turn up. In what the client sends, a wrong value is a mistake to report; in what it gets,
 * an unknown value is news, and the types are to say that it can come.
 *
 * @param document Read only; the parts are its own.
 */
export function sortEnums(root: SpecNode): Enums {
  const { document } = root.source;
  const outline = outlineOf(document);
  const inAnswers = reachable(
    outline,
    outline.parts.filter((part) => sideOf(part) === "in"),
  );
  const inRequests = reachable(
    outline,
    outline.parts.filter((part) => sideOf(part) === "out"),
  );
  const enums = outline.parts.filter((part) => part.kind === "schema" && isTextEnum(part) && inAnswers.has(part));
  return {
    open: enums.filter((part) => !inRequests.has(part)),
    shared: enums
      .filter((part) => inRequests.has(part))
      .map(({ pointer, value }) => new SpecNode(root.source, pointer, value)),
  };
}

function isTextEnum({ value }: Part): boolean {
  const values = value.enum;
  if (!Array.isArray(values) || !values.every((one) => typeof one === "string" || one === null)) return false;
  return value.properties === undefined && value.additionalProperties === undefined;
}

/** Whether a part of an operation goes out to the provider or comes in from it; webhooks and callbacks go the other way. */
function sideOf({ kind, parent }: Part): "in" | "out" | undefined {
  const isCalled = (part: Part | undefined): boolean =>
    part !== undefined && (part.kind === "callback" || part.pointer.startsWith("/webhooks/") || isCalled(part.parent));
  if (parent?.kind !== "operation" && parent?.kind !== "pathItem") return undefined;
  if (kind === "response") return isCalled(parent) ? "out" : "in";
  if (kind === "requestBody" || kind === "parameter") return isCalled(parent) ? "in" : "out";
  return undefined;
}

function reachable(outline: Outline, start: readonly Part[]): Set<Part> {
  const children = Map.groupBy(outline.parts, ({ parent }) => parent);
  const found = new Set(start);
  for (const part of found) {
    const reference = part.value.$ref;
    const target = typeof reference === "string" ? outline.at(pointerOf(reference)) : undefined;
    if (target) found.add(target);
    for (const child of children.get(part) ?? []) found.add(child);
  }
  return found;
}
