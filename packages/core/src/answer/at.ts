import type { Pointer } from "../operation.ts";

/**
 * The value at a pointer, or `undefined`. Only own properties count: a pointer can't reach `constructor` and the like.
 *
 * @param value - Parsed JSON.
 * @param pointer - Its segments, from {@link https://www.rfc-editor.org/rfc/rfc6901 | RFC 6901}; without one nothing is found.
 */
export function at(value: unknown, pointer: Pointer | undefined): unknown {
  return pointer?.reduce<unknown>(
    (found, segment) =>
      typeof found === "object" && found && Object.hasOwn(found, segment) ? found[segment as keyof object] : undefined,
    value,
  );
}
