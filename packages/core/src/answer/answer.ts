/** A response that was read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** `undefined` for an answer that was refused: a redirect, or one that is too large. */
  readonly text: string | undefined;
  /** What the text holds; `undefined` when it isn't JSON. */
  readonly json: unknown;
}
