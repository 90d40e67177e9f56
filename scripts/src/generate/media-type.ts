import type { SpecNode } from "./spec-node.ts";

/** How the pipeline names a form body. */
const FORM = "application/x-www-form-urlencoded";

/** @returns Whether a media type is JSON: `application/json`, `…+json`, parameters such as a charset left aside. */
export function isJson(mediaType: string): boolean {
  return /^(?:application\/json|[\w.+-]+\/[\w.+-]+\+json)$/i.test(essence(mediaType));
}

/** @returns Whether a media type is an HTML form's. */
export function isForm(mediaType: string): boolean {
  return essence(mediaType).toLowerCase() === FORM;
}

/**
 * @param content A `content` mapping.
 * @param suits Which media types will do, the best first.
 * @returns The first that is there, as the spec spells it, with what stands under it.
 */
export function chooseMediaType(
  content: SpecNode,
  suits: readonly ((mediaType: string) => boolean)[],
): [mediaType: string, node: SpecNode] | undefined {
  for (const suit of suits) {
    const found = content.entries().find(([mediaType]) => suit(mediaType));
    if (found) return found;
  }
  return undefined;
}

/** @returns The media types of a `content` mapping, to read in a message. */
export function mediaTypesOf(content: SpecNode): string {
  return (
    content
      .entries()
      .map(([mediaType]) => JSON.stringify(mediaType))
      .join(", ") || "none"
  );
}

function essence(mediaType: string): string {
  return (mediaType.split(";", 1)[0] as string).trim();
}
