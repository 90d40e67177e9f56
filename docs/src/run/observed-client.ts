import type { ProviderName } from "@customer-clients/sandbox";
import { type Inspection, inspect, signatureOf } from "@customer-clients/sandbox/inspect";
import type { FaultChoice } from "./faults.ts";
import { keyNames } from "./session.ts";

/** A request as it went out, and what came back. */
export interface Attempt {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** What is signed in it, and how. */
  readonly inspection: Inspection;
  /** Nothing, when no answer came. */
  answer?: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string };
  /** After how long the client tries again, in milliseconds. */
  retryInMs?: number;
}

/** Where a client sends, and as whom. */
export interface Target {
  readonly provider: ProviderName;
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
  readonly send: (url: string, init: RequestInit) => Promise<Response>;
}

/** What goes wrong, and who is told. */
export interface Observation {
  readonly choice: FaultChoice;
  /** Only the first attempt goes wrong. */
  readonly isOnce: boolean;
  /** Is told of each attempt when it is made, and when it is over. */
  readonly onAttempt: (attempts: readonly Attempt[]) => void;
}

/**
 * Makes a client whose requests and answers are seen.
 *
 * @param createClient `create…Client` of the provider.
 * @param attempts Where each attempt is put.
 */
export function observedClient(
  createClient: (options: object) => object,
  { provider, baseUrl, credentials: own, send }: Target,
  { choice, isOnce, onAttempt }: Observation,
  attempts: Attempt[],
): object {
  const { key } = signatureOf(provider);
  const credentials = choice.hasWrongKey ? spoilt(provider, own) : own;
  return createClient({
    ...credentials,
    ...choice.options,
    baseUrl,
    hooks: {
      onError({ retryInMs }: { readonly retryInMs?: number }) {
        const last = attempts.at(-1);
        if (last && retryInMs !== undefined) last.retryInMs = retryInMs;
        onAttempt(attempts);
      },
    },
    async fetch(url: string, init: RequestInit) {
      const { origin, href } = new URL(url);
      const headers = init.headers as Record<string, string>;
      const body = init.body as string | null;
      const method = init.method ?? "GET";
      const request = { method, target: href.slice(origin.length), headers: new Headers(headers), text: body ?? "" };
      const inspection = await inspect(provider, request, credentials[key] ?? "");
      const attempt: Attempt = { method, url, headers, body, inspection };
      attempts.push(attempt);
      onAttempt(attempts);
      const goesWrong = !isOnce || attempts.length === 1;
      const rewritten = goesWrong && body !== null ? choice.rewriteBody?.(body) : undefined;
      const sent = rewritten === undefined ? init : { ...init, body: rewritten };
      const answer = goesWrong && choice.instead ? choice.instead() : await send(url, sent);
      const { status } = answer;
      attempt.answer = { status, headers: Object.fromEntries(answer.headers), text: await readable(answer.clone()) };
      return answer;
    },
  });
}

/** What can be read of an answer, even if it ends too early. */
async function readable({ body }: Response): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  try {
    for (const reader = body?.getReader(); reader; ) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    // The connection ended: what came before is shown.
  }
  return text;
}

/** Other keys of the same form. */
function spoilt(provider: ProviderName, credentials: Target["credentials"]): Record<string, string> {
  return { ...credentials, ...Object.fromEntries(keyNames(provider).map((name) => [name, `${credentials[name]}0`])) };
}
