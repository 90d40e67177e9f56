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
import type { Attempt, ClientError } from "../errors/client-error.ts";
import type { Read } from "../exchange.ts";
import type { ErrorRule, Pointer, ProviderDescriptor } from "../operation.ts";
import { parseRetryAfter } from "../retry.ts";
import { joinPresent } from "../signing/canonical.ts";
import type { Answer } from "./answer.ts";
import { at } from "./at.ts";

/**
 * Takes the value out of an answer, or says what is wrong with it.
 *
 * @param maskText - Makes a text from outside fit to be shown.
 * @param read - Takes the value out of a success; `undefined` when it isn't there.
 * @returns The value; `undefined` for an answer that may have no body, and has none. An InvalidResponseError for a redirect, too
 * large an answer, and a 2xx that isn't JSON, has no body or value where one is due, or lacks what tells success from failure; an
 * ApiError, as the class that the provider's code or status means, for any other status outside 2xx and for a 2xx whose envelope
 * reports an error.
 */
export function judge<T>(
  answer: Answer,
  provider: ProviderDescriptor,
  attempt: Attempt,
  maskText: (text: string) => string,
  read: Read<T>,
): T | ClientError | undefined {
  const { status, headers, text, json } = answer;
  const { operation, time } = attempt;
  const { envelope } = provider;
  const code = textAt(json, envelope.code);
  const invalid = (message: string) => new InvalidResponseError(message, attempt, answer);
  if (text === undefined) return invalid("redirected, or too large");
  if (status >= 200 && status < 300) {
    if (!text && operation.empty) return undefined;
    const isSuccess = Object(json) === json ? envelope.success(json, code) : undefined;
    const value = isSuccess ? read(answer, provider) : undefined;
    if (isSuccess !== false) return value === undefined ? invalid("not the documented JSON") : value;
  }
  const rules: readonly ErrorRule[] = [
    ...provider.errors,
    // What a status means unless the specification says otherwise.
    [/^40[13]/, AuthenticationError],
    [/^4(0[02]|22)/, InvalidRequestError],
    [/^404/, NotFoundError],
    [/^409/, ConflictError],
    [/^429/, RateLimitError],
    [/^5/, ServerError],
    [/^/, ApiError],
  ];
  let [, Kind] = rules.find(([pattern]) => pattern.test(`${status} ${code}`)) as ErrorRule;
  // NaN where the answer has no date.
  const serverTime = Date.parse(`${headers.get("date")}`);
  // A provider without a code for it refuses a stale timestamp as it does a wrong signature; its own clock tells them apart. Where
  // either is unknown, nothing is greater.
  if (Kind === AuthenticationError && Math.abs(serverTime - time) > (provider.clockToleranceMs as number)) {
    Kind = ClockSkewError;
  }
  let message = maskText(joinPresent([joinPresent([provider.name, code], " "), textAt(json, envelope.message)], ": "));
  if (Kind === NotFoundError && operation.method === "DELETE" && attempt.attempts > 1) {
    message += " (an earlier attempt may have deleted it)";
  }
  return new Kind(message, attempt, answer, {
    code,
    requestId: requestIdOf(answer, provider),
    retryAfterMs: parseRetryAfter(headers.get("retry-after"), serverTime || time),
  });
}

/** The provider's id of a request, from a header or the envelope. */
export function requestIdOf({ headers, json }: Answer, { envelope }: ProviderDescriptor): string | undefined {
  const { requestId } = envelope;
  return typeof requestId === "string" ? (headers.get(requestId) ?? undefined) : textAt(json, requestId);
}

/** The text or number at a pointer, as text. */
function textAt(json: unknown, pointer: Pointer | undefined): string | undefined {
  const value = at(json, pointer);
  return typeof value === "string" || typeof value === "number" ? `${value}` : undefined;
}
