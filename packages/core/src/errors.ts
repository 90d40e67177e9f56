// Every error that a client throws.
export { InvalidResponseError } from "./errors/answer-error.ts";
export {
  ApiError,
  AuthenticationError,
  ClockSkewError,
  ConflictError,
  InvalidRequestError,
  NotFoundError,
  RateLimitError,
  ServerError,
} from "./errors/api-errors.ts";
export { ClientError } from "./errors/client-error.ts";
export { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
export { ConnectionError, TimeoutError } from "./errors/transport-errors.ts";
