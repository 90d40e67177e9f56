// Finding one's way in an OpenAPI document by JSON pointer.
import { isObject, type JsonObject, valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";

/** An object of a document, and where it stands. */
export interface Place {
  readonly pointer: string;
  readonly value: JsonObject;
}

/**
 * @param pointer Where to look.
 * @returns What stands there, or what the reference there leads to in the end.
 * @throws When that is no object.
 */
export function placeAt(document: JsonObject, pointer: string): Place {
  const value = valueAt(document, pointer);
  if (!isObject(value)) throw new Error(`${pointer}: expected an object`);
  return typeof value.$ref === "string" ? placeAt(document, value.$ref.slice(1)) : { pointer, value };
}
