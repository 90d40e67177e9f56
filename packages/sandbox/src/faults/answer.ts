// The way of a request that something may go wrong with.
import { type Answer, seal } from "../answer.ts";
import type { Provider, RawRequest } from "../provider.ts";
import type { Fault, Moment } from "./fault.ts";
import type { Plan } from "./faults.ts";

/** A request's usual way: who answers it, and how. */
export interface Way {
  readonly provider: Provider;
  readonly request: RawRequest;
  readonly operationId: string | undefined;
  /** Aborted when the sandbox is closed: nobody is kept waiting. */
  readonly closing: AbortSignal;
  /** Has the request handled; nothing is written before. */
  handle(): Promise<Answer>;
}

/**
 * Answers a request as a plan wants it.
 *
 * @returns The answer; with status 0, when there is none.
 */
export async function answerByPlan(plan: Plan, way: Way): Promise<Answer> {
  const { latency, answer: fault } = plan;
  const { request, closing } = way;
  const gaveUp = async (when: Moment) =>
    latency !== undefined &&
    (latency.when ?? "before") === when &&
    !(await wait(latency.delayMs, request.signal ? [request.signal, closing] : [closing]));
  if (await gaveUp("before")) return noAnswer(way, "nobody waited for the answer; the request wasn't handled");
  if (fault?.kind === "reset" && fault.when !== "after") {
    return noAnswer(way, "a fault: the connection was reset before the request was handled");
  }
  const answer = (fault && (await errorOf(fault, way))) ?? (await way.handle());
  if (await gaveUp("after")) return noAnswer(way, "nobody waited for the answer; the request was handled");
  if (fault?.kind === "reset") {
    return noAnswer(way, "a fault: the connection was reset after the request was handled");
  }
  return fault?.kind === "cut-off" ? cutOff(answer, fault.bytes) : answer;
}

/** @returns Whether the time passed before one of the signals ended the wait. */
function wait(milliseconds: number, signals: readonly AbortSignal[]): Promise<boolean> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", end);
      resolve(!signals.some(({ aborted }) => aborted));
    };
    const timer = setTimeout(end, milliseconds);
    for (const signal of signals) signal.addEventListener("abort", end);
    if (signals.some(({ aborted }) => aborted)) end();
  });
}

function noAnswer({ operationId }: Way, reason: string): Answer {
  return {
    status: 0,
    headers: {},
    text: "",
    broken: { kind: "reset" },
    ...(operationId !== undefined && { operationId }),
    reason,
  };
}

/** The provider's error that a fault asks for; nothing, when it asks for none. */
async function errorOf(fault: Fault, { provider, request, operationId }: Way): Promise<Answer | undefined> {
  if (fault.kind !== "rate-limit" && fault.kind !== "status" && fault.kind !== "code") return undefined;
  const status = fault.kind === "rate-limit" ? 429 : fault.status;
  const reason = `a fault: ${fault.kind === "code" ? `code ${fault.code}` : `status ${status}`}`;
  // A code that the provider doesn't have was refused when the fault was added.
  const wanted = fault.kind === "code" ? { status, code: fault.code } : { status: status as number };
  const sealed = await seal(provider, request, provider.error(wanted, reason), { operationId, reason });
  const seconds =
    fault.kind === "code" ? undefined : (fault.retryAfterSeconds ?? (fault.kind === "rate-limit" ? 1 : undefined));
  return seconds === undefined ? sealed : { ...sealed, headers: { ...sealed.headers, "retry-after": String(seconds) } };
}

function cutOff(answer: Answer, bytes?: number): Answer {
  const { length } = new TextEncoder().encode(answer.text);
  // At least one byte is missing, or nothing would be cut off.
  return { ...answer, broken: { kind: "cut-off", bytes: Math.min(bytes ?? Math.floor(length / 2), length - 1) } };
}
