import { type Attempt, ClientError } from "./client-error.ts";

/** The network failed: no connection, or one that was lost before the answer was complete. */
export class ConnectionError extends ClientError {
  /** The runtime's code for the failure, such as `ECONNREFUSED`, where it has one. */
  readonly code: string | undefined;
  readonly #origin: unknown;

  constructor(attempt: Attempt, origin: unknown) {
    // Node says "fetch failed" and puts the reason beneath it.
    const { code } = Object(Object(origin).cause ?? origin);
    super(`the connection failed${code ? `: ${code}` : ""}`, attempt);
    this.code = code;
    this.#origin = origin;
  }

  override get name(): "ConnectionError" {
    return "ConnectionError";
  }

  /** What `fetch` threw. Not the standard `cause`, which is printed with the error: its text isn't ours and may hold a URL. */
  get origin(): unknown {
    return this.#origin;
  }
}

/** An attempt took longer than `timeoutMs`, its answer's body included. It may have reached the provider. */
export class TimeoutError extends ClientError {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
}
