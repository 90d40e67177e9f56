// The way of a request through the sandbox, the same for every provider.
import type { Call, Input, Outcome, Provider, RawRequest } from "./provider.ts";
import { encodeReason } from "./reason.ts";
import { fieldRefusal, Refusal } from "./refusal.ts";
import { knownFields, parseBody } from "./spec/body.ts";
import { check } from "./spec/check.ts";
import { parseQuery, readQuery } from "./spec/query.ts";
import { route } from "./spec/route.ts";
import type { Storage } from "./storage/storage.ts";

/** The largest request body that is read, in bytes. */
export const maxBodyBytes: number = 1024 * 1024;

/** An answer as it leaves. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** How the connection breaks: before anything of the answer is sent, or after so many bytes of its body. */
  readonly broken?: { readonly kind: "reset" } | { readonly kind: "cut-off"; readonly bytes: number };
  /** The provider's code, where the body has one. */
  readonly code?: string | number;
  /** The operation, once it is known. */
  readonly operationId?: string;
  /** Why the request was refused, in words. */
  readonly reason?: string;
}

/**
 * Answers a request as the provider does.
 *
 * @param secrets Texts that may not stand in a reason.
 * @returns The answer; also for a fault of the sandbox's own, which is the provider's error for faults of the server.
 */
export async function answer(
  provider: Provider,
  storage: Storage,
  secrets: readonly string[],
  request: RawRequest,
): Promise<Answer> {
  let operationId: string | undefined;
  let outcome: Outcome;
  let reason: string | undefined;
  try {
    const call = callOf(provider, request);
    operationId = call.operation.id;
    await provider.authenticate(call);
    const input = inputOf(provider, call);
    const handler = provider.handlers[operationId] as (typeof provider.handlers)[string];
    outcome = await storage.transaction((records) => handler(input, records));
  } catch (error) {
    const refusal = error instanceof Refusal ? error : fault(error);
    outcome = provider.refuse(refusal);
    reason = secrets.reduce((text, secret) => text.replaceAll(secret, "***"), refusal.reason);
  }
  return seal(provider, request, outcome, { operationId, reason });
}

/** What is known of a request beside its answer. */
export interface Findings {
  readonly operationId: string | undefined;
  readonly reason: string | undefined;
}

/** Makes the answer that leaves: what is answered, with the provider's and the sandbox's headers. */
export async function seal(
  provider: Provider,
  request: RawRequest,
  outcome: Outcome,
  { operationId, reason }: Findings,
): Promise<Answer> {
  const text = JSON.stringify(outcome.body);
  const code = codeIn(outcome.body, provider.spec.code);
  return {
    status: outcome.status,
    headers: {
      "content-type": "application/json",
      ...(await provider.answerHeaders?.(request.headers, text)),
      ...(reason !== undefined && { "x-sandbox-reason": encodeReason(reason) }),
    },
    text,
    ...(code !== undefined && { code }),
    ...(operationId !== undefined && { operationId }),
    ...(reason !== undefined && { reason }),
  };
}

function codeIn(body: unknown, path: readonly string[]): string | number | undefined {
  const code = path.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], body);
  return typeof code === "string" || typeof code === "number" ? code : undefined;
}

function fault(error: unknown): Refusal {
  return new Refusal("fault", "internal error", { reason: `the sandbox failed: ${error}` });
}

function callOf(provider: Provider, request: RawRequest): Call {
  const [rawPath = "", ...query] = request.target.split("?");
  const { operation, path } = route(provider.spec, request.method, rawPath, provider.trailingSlash);
  if (!request.body) throw fieldRefusal("invalid", "body", `expected at most ${maxBodyBytes} bytes`);
  const entries = parseQuery(query.join("?"));
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(request.body);
  return { ...request, operation, path, entries, text };
}

function inputOf({ anyContentType }: Provider, { operation, headers, path, entries, body }: Call): Input {
  const { validate, query: parameters, body: expected } = operation;
  check(validate.headers, Object.fromEntries(headers), "headers");
  check(validate.path, path, "path");
  const query = readQuery(parameters, entries);
  check(validate.query, query, "query");
  if (!expected || !validate.body) return { path, query, body: undefined };
  if (!body?.length && !expected.required) return { path, query, body: undefined };
  if (!body?.length) throw fieldRefusal("invalid", "body", "is required");
  const contentType = headers.get("content-type") ?? "";
  if (!anyContentType && !/^application\/json\s*(;|$)/i.test(contentType)) {
    // No provider says what it does about another one; JSON is what they all document.
    throw fieldRefusal("invalid", "content-type", "expected application/json");
  }
  const parsed = parseBody(body);
  check(validate.body, parsed, "body");
  return { path, query, body: knownFields(parsed, expected.fields) };
}
