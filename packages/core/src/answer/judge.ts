import { InvalidResponseError } from "../errors/answer-error.ts";
import {
  ApiError,
  AuthenticationError,
  ClockSkewError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServerError,
} from "../errors/api-errors.ts";
import type { ClientError } from "../errors/client-error.ts";
import type { ErrorRule, OperationDescriptor, Pointer, ProviderDescriptor } from "../operation.ts";
import { parseRetryAfter } from "../retry.ts";
import { joinPresent } from "../signing/canonical.ts";
import type { Answer } from "./answer.ts";
import { at } from "./at.ts";

// What a status means unless the specification says otherwise.
const errorsByStatus: readonly ErrorRule[] = [
  [/^40[13]/, AuthenticationError],
  [/^4(0[02]|22)/, InvalidRequestError],
  [/^404/, NotFoundError],
  [/^409/, ConflictError],
  [/^429/, RateLimitError],
  [/^5/, ServerError],
  [/^/, ApiError],
];

/**
 * What is wrong with an answer.
 *
 * @param time - The clock that the request was signed with, in Unix milliseconds.
 * @param maskText - Makes a text from outside fit to be shown.
 * @returns An InvalidResponseError for a redirect, too large an answer, and a 2xx that isn't JSON, has no body where one is due, or
 * lacks what tells success from failure; an ApiError, as the class that the provider's code or status means, for any other status
 * outside 2xx and for a 2xx whose envelope reports an error; `undefined` for a success.
 */
export function judge(
  answer: Answer,
  provider: ProviderDescriptor,
  operation: OperationDescriptor,
  attempts: number,
  time: number,
  maskText: (text: string) => string,
): ClientError | undefined {
  const { status, headers, text, json } = answer;
  const { code: codePointer, message, success } = provider.envelope;
  const code = textAt(json, codePointer);
  if (text === undefined) return new InvalidResponseError("redirected, or too large", operation, attempts, answer);
  if (status >= 200 && status < 300) {
    if (!text && operation.empty) return undefined;
    const isRegExp = success instanceof RegExp;
    if (Object(json) !== json || (isRegExp && code === undefined)) return invalidResponse(operation, attempts, answer);
    if (isRegExp ? success.test(code as string) : (at(json, success) ?? null) === null) return undefined;
  }
  let [, Kind] = [...provider.errors, ...errorsByStatus].find(([pattern]) =>
    pattern.test(`${status} ${code}`),
  ) as ErrorRule;
  const serverTime = Date.parse(headers.get("date") ?? "");
  // A provider without a code for it refuses a stale timestamp as it does a wrong signature; its own clock tells them apart.
  if (Kind === AuthenticationError && Math.abs(serverTime - time) > (provider.clockToleranceMs ?? Infinity)) {
    Kind = ClockSkewError;
  }
  let said = maskText(joinPresent([joinPresent([provider.name, code], " "), textAt(json, message)], ": "));
  if (Kind === NotFoundError && operation.method === "DELETE" && attempts > 1) {
    said += " (an earlier attempt may have deleted it)";
  }
  const retryAfterMs = parseRetryAfter(headers.get("retry-after"), serverTime || time);
  return new Kind(
    said,
    operation,
    attempts,
    answer,
    code,
    requestIdOf(answer, provider),
    retryAfterMs,
    time,
    serverTime,
  );
}

/** The error for a success that doesn't hold what it should. */
export function invalidResponse(operation: OperationDescriptor, attempts: number, answer: Answer): ClientError {
  return new InvalidResponseError("not the documented JSON", operation, attempts, answer);
}

/** The provider's id of a request, from a header or the envelope. */
export function requestIdOf({ headers, json }: Answer, { envelope }: ProviderDescriptor): string | undefined {
  const { requestId } = envelope;
  return typeof requestId === "string" ? (headers.get(requestId) ?? undefined) : textAt(json, requestId);
}

/** The text or number at a pointer, as text. */
function textAt(json: unknown, pointer: Pointer | undefined): string | undefined {
  const value = pointer && at(json, pointer);
  return /string|number/.test(typeof value) ? `${value}` : undefined;
}
