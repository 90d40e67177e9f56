import type { SentRequest } from "./recorder.ts";

/** One call of the demo: what was done, what went over the wire, and what came of it. */
export interface Step {
  readonly provider: string;
  /** The method that was called: `customers.create`. */
  readonly operation: string;
  /** Makes the call, and says in a few words what came; throws when that isn't what should have come. */
  readonly run: () => Promise<string>;
}

/** What became of a step. */
export interface StepResult {
  readonly provider: string;
  readonly operation: string;
  /** The first request that was sent, and how many more. */
  readonly request: string;
  readonly signature: string;
  readonly answer: string;
  readonly milliseconds: number;
  readonly isRight: boolean;
}

/** Runs one step; a wrong answer becomes a result like any other. */
export async function runStep(step: Step, sent: SentRequest[]): Promise<StepResult> {
  sent.length = 0;
  const start = performance.now();
  let answer: string;
  let isRight = true;
  try {
    answer = await step.run();
  } catch (error) {
    isRight = false;
    answer = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  const milliseconds = performance.now() - start;
  const [first] = sent;
  const more = sent.length > 1 ? ` (+${sent.length - 1})` : "";
  const request = first ? first.line + more : "nothing was sent";
  const { provider, operation } = step;
  return { provider, operation, request, signature: first?.signature ?? "", answer, milliseconds, isRight };
}

/** A step, from its parts. */
export function step(provider: string, operation: string, run: () => Promise<string>): Step {
  return { provider, operation, run };
}

/** Waits for a call that has to be refused, with an error of one class. */
export async function refused(call: PromiseLike<unknown>, expected: new (...parts: never[]) => Error): Promise<string> {
  const error = await call.then(
    () => new Error("it was accepted"),
    (error: Error) => error,
  );
  if (!(error instanceof expected)) throw error;
  return `refused, ${error.name}`;
}
