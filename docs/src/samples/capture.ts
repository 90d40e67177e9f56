import type { Call, CallInput } from "./call.ts";
import { invoke } from "./invoke.ts";

/** A request as a client sends it. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What stands for the moment of sending, so that two builds give the same signatures. */
export const sentAt: number = Date.UTC(2026, 0, 31, 8);

/** What stands for the request's id, where a provider wants one. */
export const sentId = "58675";

/**
 * Has the real client make a request, and takes it before it leaves.
 *
 * @param createClient `create…Client` of the provider.
 * @param options The client's options, such as its credentials.
 * @returns The request, signed; with {@link sentAt} and {@link sentId} in `options`, the same one each time.
 */
export async function captureRequest(
  createClient: (options: object) => object,
  call: Call,
  input: CallInput,
  options: object,
): Promise<SentRequest> {
  const sent: SentRequest[] = [];
  const client = createClient({
    environment: call.server.environment,
    maxRetries: 0,
    ...options,
    fetch: async (url: string, { method, headers, body }: RequestInit) => {
      sent.push({ method, url, headers, body } as SentRequest);
      throw new Error("It isn't to leave.");
    },
  });
  await Promise.resolve(invoke(client, call, input)).catch((error) => {
    // What isn't even sent is a fault of the example.
    if (sent.length === 0) throw error;
  });
  return sent[0] as SentRequest;
}
