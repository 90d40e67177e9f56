import type { OperationDescriptor } from "../operation.ts";

/** The base of all errors that a client throws by itself: what goes wrong in a call is one of its subclasses. */
export class ClientError extends Error {
  /** The method that was called, such as `customers.get`; `undefined` when the client was still being made. */
  readonly operation: string | undefined;
  /** How many attempts were made; 0 when nothing was sent. */
  readonly attempts: number;

  constructor(message: string, operation?: OperationDescriptor, attempts = 0) {
    super(message);
    this.operation = operation?.name;
    this.attempts = attempts;
  }

  // A getter, not a field: the name then stands in the stack trace and stays out of JSON.
  override get name(): string {
    return "ClientError";
  }
}
