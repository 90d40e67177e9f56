import { ClientError } from "./client-error.ts";

/** A wrong option or argument. Nothing was sent. The message says what is expected and never holds the value. */
export class InvalidArgumentError extends ClientError {
  override get name(): "InvalidArgumentError" {
    return "InvalidArgumentError";
  }
}
