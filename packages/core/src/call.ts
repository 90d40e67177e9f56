import { at } from "./answer/at.ts";
import type { Exchange } from "./exchange.ts";
import type { OperationDescriptor, OperationInput } from "./operation.ts";
import type { CallOptions } from "./options.ts";

/**
 * Calls an operation and gives the value inside the envelope.
 *
 * @param exchange - The provider's pipeline.
 * @param operation - What to call.
 * @param input - The arguments, by where they go.
 * @param options - Options of this call.
 * @returns The value as it came; `undefined` for an answer without a body, where the specification allows one.
 * @throws ClientError, as the subclass that says what went wrong; the reason of `options.signal` when it is aborted.
 */
export function call<T>(
  exchange: Exchange,
  operation: OperationDescriptor,
  input: OperationInput,
  options?: CallOptions,
): Promise<T> {
  return exchange<T>(operation, input, options, ({ json }, { envelope }) => {
    const value = at(json, operation.value ?? envelope.value);
    return (value === null && !operation.nullable ? undefined : value) as T | undefined;
  });
}
