import type { Answer } from "./answer/answer.ts";
import { byCode } from "./answer/success.ts";
import { ConflictError, RateLimitError } from "./errors/api-errors.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import type { OperationDescriptor, ProviderDescriptor } from "./operation.ts";
import type { ClientOptions } from "./options.ts";
import { nested } from "./request/nested.ts";

/** A provider that doesn't exist. */
export const provider: ProviderDescriptor = {
  name: "Example",
  environments: { live: "https://api.example.com/open", sandbox: "https://sandbox.example.com" },
  envelope: {
    value: ["data"],
    code: ["code"],
    message: ["message"],
    requestId: ["request_id"],
    success: byCode(/^00$/),
  },
  errors: [
    [/^\d+ E4$/, ConflictError],
    [/^403 /, RateLimitError],
  ],
  query: nested,
  signingHeaders: ["x-key", "x-signature"],
  clockToleranceMs: 60_000,
  sensitive: ["address", "email", "phone"],
};

export const getCustomer: OperationDescriptor = { name: "customers.get", method: "GET", path: "/customers/{id}" };

export const createCustomer: OperationDescriptor = {
  name: "customers.create",
  method: "POST",
  path: "/customers",
  body: "application/json",
  bodyRequired: true,
};

export const deleteCustomer: OperationDescriptor = {
  name: "customers.delete",
  method: "DELETE",
  path: "/customers/{id}",
  nullable: true,
};

/** An answer that was read: its body as JSON, or a text as it is. */
export function answerOf(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return { status, headers: new Headers(headers), text, json: typeof body === "string" ? undefined : body };
}

/** A request as `fetch` got it. */
export interface SentRequest {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}

/**
 * A pipeline whose `fetch` gives the prepared answers, one after the other (an error is thrown), and keeps what it was asked.
 */
export function exchangeOver(
  answers: readonly (Response | Error)[],
  options: ClientOptions = {},
): { exchange: Exchange; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const answer = answers[sent.push({ url, init: init as SentRequest["init"] }) - 1];
    if (answer instanceof Response) return answer;
    throw answer ?? new Error("no answer was prepared for this request");
  };
  let signatures = 0;
  const signer = {
    secrets: ["the-secret"],
    headers: () => ({ "x-key": "the-key", "x-signature": `signature-${++signatures}` }),
  };
  return { exchange: createExchange(provider, signer, { fetch, ...options }), sent };
}

/** A success in the envelope. */
export function success(data: unknown): Response {
  return Response.json({ code: "00", data });
}
