import { check } from "../errors/invalid-argument-error.ts";

/**
 * An `Authorization` header for HTTP Basic ({@link https://www.rfc-editor.org/rfc/rfc7617 | RFC 7617}), in UTF-8.
 *
 * @param user - The user name; without a colon.
 * @param password - Empty where an API key is the user name.
 */
export function basic(user: string, password = ""): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/**
 * An `Authorization` header with a bearer token ({@link https://www.rfc-editor.org/rfc/rfc6750 | RFC 6750}).
 *
 * @param token - The token; visible ASCII.
 */
export function bearer(token: string): string {
  return `Bearer ${token}`;
}

/**
 * Checks an option that is a credential: one that is empty, was pasted with its line break, or can't stand in a header.
 *
 * @param name - The option's name.
 * @param value - Its value.
 * @param pattern - What it must match; by default visible ASCII.
 * @param expected - The same in words.
 * @returns The value.
 * @throws InvalidArgumentError with the name and what is expected, never the value.
 */
export function credential(
  name: string,
  value: unknown,
  pattern: RegExp = /^[\x21-\x7e]+$/,
  expected = "visible ASCII characters",
): string {
  check(typeof value === "string" && pattern.test(value), name, expected);
  return value;
}
