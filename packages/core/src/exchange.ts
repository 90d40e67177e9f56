import type { Answer } from "./answer/answer.ts";
import { judge, requestIdOf } from "./answer/judge.ts";
import { receive } from "./answer/receive.ts";
import { ClientError } from "./errors/client-error.ts";
import { ConnectionError, TimeoutError } from "./errors/transport-errors.ts";
import type { OperationDescriptor, OperationInput, ProviderDescriptor } from "./operation.ts";
import type { CallOptions, ClientOptions, MaybePromise } from "./options.ts";
import { maskText } from "./redact.ts";
import { resolveBaseUrl } from "./request/base-url.ts";
import { serialiseBody } from "./request/body.ts";
import { callerHeaders } from "./request/headers.ts";
import { resolveLimits } from "./request/limits.ts";
import { expandPath } from "./request/path.ts";
import { type Entry, encodeQuery } from "./request/query.ts";
import { retryDelay } from "./retry.ts";
import { within } from "./within.ts";

/** An attempt's request, before it is signed. */
export interface UnsignedRequest {
  readonly operation: OperationDescriptor;
  /** The base URL's own path, without a slash at its end; often empty. */
  readonly basePath: string;
  /** The path under the base URL with its query, exactly as on the wire. */
  readonly target: string;
  /** Path parameters by name, decoded. */
  readonly path: Readonly<Record<string, string | number>>;
  /** The query's names and values, decoded. */
  readonly query: readonly Entry[];
  /** The body's text exactly as sent; `""` when there is none. */
  readonly body: string;
  /** The clock, in Unix milliseconds. */
  readonly time: number;
  /** Makes an id for this attempt. */
  readonly requestId: () => string;
}

/** How a provider's requests are signed: what OpenAPI can't say. */
export interface Signer {
  /** Gives the headers that sign a request, by lower-case name. It is asked once for each attempt. */
  readonly headers: (request: UnsignedRequest) => MaybePromise<Readonly<Record<string, string>>>;
  /** Credentials that no error text may show. */
  readonly secrets: readonly string[];
}

/** Takes what the caller wants from a successful answer; `undefined` when it isn't there. */
export type Read<T> = (answer: Answer, provider: ProviderDescriptor) => T | undefined;

/** Makes one call, with its repetitions. */
export type Exchange = <T>(
  operation: OperationDescriptor,
  input: OperationInput,
  options: CallOptions | undefined,
  read: Read<T>,
) => Promise<T>;

/**
 * The pipeline of all calls: serialise, guard, sign, send, judge, read, and again where that is safe.
 *
 * @param provider - What is known of the provider, from its specification.
 * @param signer - How its requests are signed.
 * @param options - The caller's options; they are checked here, before any call.
 * @throws InvalidArgumentError for a wrong option.
 */
export function createExchange(
  provider: ProviderDescriptor,
  signer: Signer,
  options: ClientOptions & { readonly environment?: string | undefined },
): Exchange {
  const { origin, pathname } = resolveBaseUrl(provider, options);
  const basePath = pathname.replace(/\/+$/, "");
  const clientLimits = resolveLimits(options);
  const { hooks = {}, now = Date.now, requestId = () => crypto.randomUUID().toUpperCase() } = options;

  return async <T>(
    operation: OperationDescriptor,
    input: OperationInput,
    callOptions: CallOptions = {},
    read: Read<T>,
  ) => {
    const { method } = operation;
    const { signal } = callOptions;
    const { path = {} } = input;
    const { timeoutMs, maxRetries, maxResponseBytes } = resolveLimits(callOptions, clientLimits);
    const ownHeaders = callerHeaders(provider, callOptions.headers);
    const query = provider.query(input.query);
    const target = expandPath(operation.path, path) + encodeQuery(query);
    const body = serialiseBody(operation, input.body);

    for (let attempts = 1; ; attempts++) {
      signal?.throwIfAborted();
      const description = { operation: operation.name, method, path: operation.path, attempt: attempts };
      // Without a hook there is nothing to wait for, and each await costs a turn.
      if (hooks.onRequest) await hooks.onRequest(description);
      const attempt = { operation, attempts, time: now() };
      let signed: Readonly<Record<string, string>> = {};
      const send = async (signal: AbortSignal) => {
        const unsigned = { ...attempt, basePath, target, path, query, body: body ?? "", requestId };
        const signature = signer.headers(unsigned);
        signed = signature instanceof Promise ? await signature : signature;
        // A token may have come too late.
        signal.throwIfAborted();
        const headers: Record<string, string> = { accept: "application/json", ...ownHeaders, ...signed };
        if (body !== undefined) headers["content-type"] = operation.body as string;
        const init = { method, headers, body: body ?? null, redirect: "manual", signal } as const;
        try {
          return await receive(await (options.fetch ?? fetch)(origin + basePath + target, init), maxResponseBytes);
        } catch (error) {
          return new ConnectionError(attempt, error);
        }
      };
      const answer = await within<Answer | ClientError>(
        timeoutMs,
        signal,
        send,
        () => new TimeoutError(`no answer within ${timeoutMs} ms`, attempt),
      );
      const hide = (text: string) =>
        maskText(text, provider.sensitive, input, [...signer.secrets, ...Object.values(signed)]);
      const result = answer instanceof ClientError ? answer : judge(answer, provider, attempt, hide, read);
      if (!(result instanceof ClientError)) {
        const { status } = answer as Answer;
        if (hooks.onResponse)
          await hooks.onResponse({ ...description, status, requestId: requestIdOf(answer as Answer, provider) });
        return result as T;
      }
      // Nobody knows whether a create that got no answer was carried out, and no provider has idempotency keys.
      const isRepeatable = !/^P(OST|ATCH)$/.test(method) && attempts <= maxRetries;
      const retryInMs = isRepeatable ? retryDelay(result, attempts) : undefined;
      await hooks.onError?.({ ...description, error: result, retryInMs });
      if (retryInMs === undefined) throw result;
      await within(
        retryInMs,
        signal,
        () => new Promise(() => {}),
        () => {},
      );
    }
  };
}
