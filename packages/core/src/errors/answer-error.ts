import type { Answer } from "../answer/answer.ts";
import { type Attempt, ClientError } from "./client-error.ts";

/**
 * An error that has an answer to it. The answer's headers and body can be read by the program, and are in no message, stack,
 * JSON or `inspect()` output: a body may hold personal data.
 */
export class AnswerError extends ClientError {
  /** The HTTP status. */
  readonly status: number;
  readonly #answer: Answer;

  constructor(message: string, attempt: Attempt, answer: Answer) {
    super(`${message} (HTTP ${answer.status})`, attempt);
    this.status = answer.status;
    this.#answer = answer;
  }

  /** The answer's headers. */
  get headers(): Headers {
    return this.#answer.headers;
  }

  /** The answer's body: parsed when it is JSON, else its text; `undefined` when it was refused. */
  get body(): unknown {
    return this.#answer.json ?? this.#answer.text;
  }
}

/** The answer isn't what the specification allows: HTML, cut-off JSON, nothing where something is due, too large, a redirect. */
export class InvalidResponseError extends AnswerError {
  override get name(): "InvalidResponseError" {
    return "InvalidResponseError";
  }
}
