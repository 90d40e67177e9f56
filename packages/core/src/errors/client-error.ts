import type { OperationDescriptor } from "../operation.ts";

/** One attempt of a call. */
export interface Attempt {
  readonly operation: OperationDescriptor;
  /** Its number, from 1. */
  readonly attempts: number;
  /** The clock when it was signed, in Unix milliseconds. */
  readonly time: number;
}

/** The base of all errors that a client throws by itself: what goes wrong in a call is one of its subclasses. */
export class ClientError extends Error {
  /** The method that was called, such as `customers.get`; `undefined` when the client was still being made. */
  readonly operation: string | undefined;
  /** How many attempts were made; 0 when nothing was sent. */
  readonly attempts: number;

  constructor(message: string, attempt?: Attempt) {
    super(message);
    this.operation = attempt?.operation.name;
    this.attempts = attempt?.attempts ?? 0;
  }

  // A getter, not a field: the name then stands in the stack trace and stays out of JSON.
  override get name(): string {
    return "ClientError";
  }
}
