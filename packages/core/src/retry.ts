import { type ApiError, RateLimitError, ServerError } from "./errors/api-errors.ts";
import type { ClientError } from "./errors/client-error.ts";
import { ConnectionError } from "./errors/transport-errors.ts";

/**
 * How long to wait before an attempt is repeated.
 *
 * @param error - Why the attempt failed.
 * @param attempt - Its number, from 1.
 * @param random - A number from 0 to 1.
 * @returns Milliseconds; `undefined` when repeating is no use, or the provider asks for more than a minute. Without the provider's
 * word, full jitter: a random part of a limit that doubles from 0.5 s to 8 s, so that clients that failed together don't return
 * together.
 */
export function retryDelay(error: ClientError, attempt: number, random: number = Math.random()): number | undefined {
  if (error instanceof ConnectionError || error instanceof RateLimitError || error instanceof ServerError) {
    const { retryAfterMs = random * Math.min(8_000, 250 * 2 ** attempt) } = error as Partial<ApiError>;
    if (retryAfterMs <= 60_000) return retryAfterMs;
  }
  return undefined;
}

/**
 * Milliseconds that a `Retry-After` header asks for.
 *
 * @param header - Seconds or an HTTP date ({@link https://www.rfc-editor.org/rfc/rfc9110#field.retry-after | RFC 9110}).
 * @param now - The provider's clock where it is known, in Unix milliseconds.
 * @returns At least 0; `undefined` without a header, or with one that is neither.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  // Date.parse makes a date of "-5" and "soon 1" too; an HTTP date ends in GMT.
  const milliseconds = /^\d+$/.test(header)
    ? Number(header) * 1_000
    : Date.parse(/ GMT$/.test(header) ? header : "") - now;
  return milliseconds >= 0 ? milliseconds : Number.isNaN(milliseconds) ? undefined : 0;
}
