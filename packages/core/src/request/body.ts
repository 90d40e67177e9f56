import { check } from "../errors/invalid-argument-error.ts";
import type { OperationDescriptor } from "../operation.ts";

/**
 * Serialises a request body, once: this text is signed and sent.
 *
 * @param operation - Says whether there is a body, and how it is written when it isn't JSON.
 * @param value - The body; `undefined` for none.
 * @returns The text, or `undefined` when nothing is sent.
 * @throws InvalidArgumentError when the body is missing, isn't an object, or can't be serialised (a cycle, a bigint).
 */
export function serialiseBody({ body, bodyRequired, write }: OperationDescriptor, value: unknown): string | undefined {
  if (!body || (value === undefined && !bodyRequired)) return undefined;
  const isObject = Object(value) === value;
  if (isObject && write) return write(value as object);
  try {
    if (isObject) return JSON.stringify(value);
  } catch {
    // Its message may quote the value.
  }
  check(false, "body", "an object that JSON can hold");
}
