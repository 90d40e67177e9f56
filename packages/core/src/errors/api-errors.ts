import type { Answer } from "../answer/answer.ts";
import { AnswerError } from "./answer-error.ts";
import type { Attempt } from "./client-error.ts";

/** Any error that the provider reports; its subclasses say which kind. */
export class ApiError extends AnswerError {
  /** The provider's code, as text. */
  readonly code: string | undefined;
  /** The provider's id of the request: what its support asks for. */
  readonly requestId: string | undefined;
  /** How long the provider asks to wait before the next attempt, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(message: string, attempt: Attempt, answer: Answer, said: Said) {
    super(message, attempt, answer);
    Object.assign(this, said);
  }

  override get name(): string {
    return "ApiError";
  }
}

/** The credentials or the signature were refused: status 401 or 403, or the provider's code for it. */
export class AuthenticationError extends ApiError {
  override get name(): "AuthenticationError" {
    return "AuthenticationError";
  }
}

/** The request's content was refused: status 400, 402 or 422, or the provider's code for it. */
export class InvalidRequestError extends ApiError {
  override get name(): "InvalidRequestError" {
    return "InvalidRequestError";
  }
}

/** There is no such thing: status 404, or the provider's code for it. */
export class NotFoundError extends ApiError {
  override get name(): "NotFoundError" {
    return "NotFoundError";
  }
}

/** The request conflicts with what is there or was sent before: status 409, or the provider's code for it. */
export class ConflictError extends ApiError {
  override get name(): "ConflictError" {
    return "ConflictError";
  }
}

/** Too many requests: status 429, or the provider's status for it. `retryAfterMs` says how long to wait, if the provider did. */
export class RateLimitError extends ApiError {
  override get name(): "RateLimitError" {
    return "RateLimitError";
  }
}

/** The provider failed: status 5xx, or the provider's code for it. */
export class ServerError extends ApiError {
  override get name(): "ServerError" {
    return "ServerError";
  }
}

/** The caller's clock is off by more than the provider allows. */
export class ClockSkewError extends ApiError {
  /** The time that the request was signed with. */
  readonly clientTime: Date;
  /** The time in the answer's `Date` header; an invalid date where it has none. */
  readonly serverTime: Date;

  constructor(message: string, attempt: Attempt, answer: Answer, said: Said) {
    super(message, attempt, answer, said);
    this.clientTime = new Date(attempt.time);
    this.serverTime = new Date(`${answer.headers.get("date")}`);
  }

  override get name(): "ClockSkewError" {
    return "ClockSkewError";
  }
}

/** What the provider says of an error, beside its message. */
type Said = Pick<ApiError, "code" | "requestId" | "retryAfterMs">;

/** ApiError or one of its subclasses. */
export type ApiErrorClass = new (message: string, attempt: Attempt, answer: Answer, said: Said) => ApiError;
