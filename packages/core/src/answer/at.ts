import type { Pointer } from "../operation.ts";

/**
 * The value at a pointer, or `undefined`. Only own properties count: a pointer can't reach `constructor` and the like.
 *
 * @param value - Parsed JSON.
 * @param pointer - Its segments, from {@link https://www.rfc-editor.org/rfc/rfc6901 | RFC 6901}.
 */
export function at(value: unknown, pointer: Pointer): unknown {
  let found = value;
  for (const segment of pointer) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, segment)) return undefined;
    found = (found as Record<string, unknown>)[segment];
  }
  return found;
}
