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

/**
 * Refuses a text that is empty, was pasted with its line break, or can't stand in a header or a path.
 *
 * @param name - Its name.
 * @param value - The text; whatever else it is, it is refused.
 * @param pattern - What it must match; by default visible ASCII.
 * @param expected - The same in words.
 * @returns The value.
 * @throws InvalidArgumentError with the name and what is expected, never the value.
 */
export function checkText(
  name: string,
  value: unknown,
  pattern: RegExp = /^[\x21-\x7e]+$/,
  expected = "visible ASCII characters",
): string {
  check(typeof value === "string" && pattern.test(value), name, expected);
  return value;
}
