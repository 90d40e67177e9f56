import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import type { OperationDescriptor } from "../operation.ts";
import { encodeEntries, flatten } from "./query.ts";

/**
 * Serialises a request body, once: this text is signed and sent.
 *
 * @param operation - Says whether there is a body, and its media type: a form, else JSON.
 * @param value - The body; `undefined` for none.
 * @returns The text, or `undefined` when nothing is sent.
 * @throws InvalidArgumentError when the body is missing, isn't an object, or can't be serialised (a cycle, a bigint).
 */
export function serialiseBody({ body, bodyRequired }: OperationDescriptor, value: unknown): string | undefined {
  if (!body || (value === undefined && !bodyRequired)) return undefined;
  try {
    if (Object(value) === value) return body.includes("form") ? encodeEntries(flatten(value)) : JSON.stringify(value);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw error;
  }
  throw new InvalidArgumentError("body: expected an object that JSON can hold");
}
