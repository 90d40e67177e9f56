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
