import { ClientError } from "./client-error.ts";

/** A wrong option or argument. Nothing was sent. The message says what is expected and never holds the value. */
export class InvalidArgumentError extends ClientError {
  override get name(): "InvalidArgumentError" {
    return "InvalidArgumentError";
  }
}

/**
 * Refuses a wrong option or argument.
 *
 * @param isRight - Whether it is what is expected.
 * @param name - Its name.
 * @param expected - What is expected, in words; never the value.
 * @throws InvalidArgumentError unless it is right.
 */
export function check(isRight: boolean, name: string, expected: string): asserts isRight {
  if (!isRight) throw new InvalidArgumentError(`${name}: expected ${expected}`);
}
