// What the sandbox keeps of the requests that it received.
import type { Answer } from "./answer.ts";
import type { FaultKind } from "./faults/fault.ts";
import type { ProviderName } from "./options.ts";
import type { RawRequest } from "./provider.ts";

/** A request that the sandbox received, and how it was answered. */
export interface ReceivedRequest {
  readonly provider: ProviderName;
  /** The operation's id in the spec; none when there is no such address. */
  readonly operation?: string;
  readonly method: string;
  /** The path with its query exactly as on the request line. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body's text, at most its first 10,000 characters. */
  readonly body: string;
  /** The status of the answer; 0 when there was none. */
  readonly status: number;
  /** The provider's code in the answer, where it has one. */
  readonly code?: string | number;
  /** Why it was refused, in words, at most 10,000 characters. */
  readonly reason?: string;
  /** The faults that hit it. */
  readonly faults?: readonly FaultKind[];
  /** When, by the sandbox's clock, in Unix milliseconds. */
  readonly time: number;
}

const maxLoggedCharacters = 10_000;

/**
 * @param time When the request came in, in Unix milliseconds.
 * @param faults Those that hit it.
 */
export function receivedRequest(
  provider: ProviderName,
  { method, target, headers, body }: RawRequest,
  { operationId, status, code, reason }: Answer,
  time: number,
  faults: readonly FaultKind[],
): ReceivedRequest {
  return {
    provider,
    ...(operationId !== undefined && { operation: operationId }),
    method,
    target,
    headers: Object.fromEntries(headers),
    body: new TextDecoder().decode(body).slice(0, maxLoggedCharacters),
    status,
    ...(code !== undefined && { code }),
    // A signature's has the whole body in it.
    ...(reason !== undefined && { reason: reason.slice(0, maxLoggedCharacters) }),
    ...(faults.length > 0 && { faults }),
    time,
  };
}
