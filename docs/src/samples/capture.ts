import { type ClientCredentials, createSandbox, defaultCredentials } from "@customer-clients/sandbox";
import { createCredentials } from "@customer-clients/sandbox/inspect";
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

/** @returns The throw-away credentials that the sandbox takes; none for a provider that it doesn't know. */
export function credentialsOf(provider: string): Readonly<Record<string, string>> | undefined {
  const known: Readonly<Record<string, object>> = defaultCredentials;
  return Object.hasOwn(known, provider) ? { ...known[provider] } : undefined;
}

let all: Promise<ClientCredentials> | undefined;

/** @returns The names of all credentials that a provider's client takes. */
export async function credentialNames(provider: string): Promise<string[]> {
  all ??= createCredentials().then(async (credentials) => (await createSandbox({ credentials })).credentials);
  const known: Readonly<Record<string, object>> = await all;
  return Object.keys(known[provider] ?? {});
}

/**
 * Has the real client make a request, and takes it before it leaves.
 *
 * @returns The request, signed with the sandbox's throw-away credentials at {@link sentAt}.
 */
export async function captureRequest(call: Call, input: CallInput): Promise<SentRequest> {
  const entry = await import(/* @vite-ignore */ `@customer-clients/${call.provider}`);
  const sent: SentRequest[] = [];
  const client = entry[`create${call.client}Client`]({
    ...credentialsOf(call.provider),
    environment: call.server.environment,
    maxRetries: 0,
    now: () => sentAt,
    requestId: () => sentId,
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
