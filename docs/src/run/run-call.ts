import type { ProviderName, Sandbox } from "@customer-clients/sandbox";
import { type Inspection, inspect, signatureOf } from "@customer-clients/sandbox/inspect";
import type { Call, CallInput } from "../samples/call.ts";
import { invoke } from "../samples/invoke.ts";
import { textsOf } from "../samples/texts-of.ts";
import type { FaultChoice } from "./faults.ts";
import { idOf, prepare } from "./prepare.ts";
import { keyNames, type Session } from "./session.ts";

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

/** What became of a call. */
export interface Outcome {
  readonly attempts: readonly Attempt[];
  /** What the client gave: of a list, its first page. */
  readonly value?: unknown;
  /** What the client threw. */
  readonly error?: Error;
  readonly milliseconds: number;
}

/** What a run is made of. */
export interface Run {
  readonly session: Session;
  /** `create…Client` of the provider. */
  readonly createClient: (options: object) => object;
  /** All of the provider's, and the one to make. */
  readonly calls: readonly Call[];
  readonly call: Call;
  readonly input: CallInput;
  readonly choice: FaultChoice;
  /** Only the first attempt goes wrong. */
  readonly isOnce: boolean;
  /** Is told of each attempt when it is made, and when it is over. */
  readonly onAttempt: (attempts: readonly Attempt[]) => void;
}

/** Makes a call with the real client against the session's sandbox. */
export async function runCall(run: Run): Promise<Outcome> {
  const { session, call } = run;
  const attempts: Attempt[] = [];
  const start = performance.now();
  try {
    const value = await session.use((sandbox) => {
      const client = connect(run, sandbox, attempts);
      const { fault } = run.choice;
      if (fault) sandbox.faults.add({ fault, ...(run.isOnce && { times: 1 }) });
      return Promise.resolve(invoke(client, call, run.input));
    });
    noteIds(run, value);
    return { attempts, value, milliseconds: performance.now() - start };
  } catch (error) {
    return { attempts, error: error as Error, milliseconds: performance.now() - start };
  }
}

/** Fills a new session, so that the examples' ids are there. */
export async function prepareSession({
  session,
  createClient,
  calls,
}: Pick<Run, "session" | "createClient" | "calls">): Promise<void> {
  const provider = calls[0]?.provider as ProviderName;
  await session.use((sandbox) => {
    const { [provider]: credentials } = sandbox.credentials;
    const client = createClient({ ...credentials, baseUrl: sandbox.urls[provider], fetch: sandbox.fetch });
    return prepare(sandbox, client, calls);
  });
}

/** What a method's parameters or results belong to: `customers` and `customers.sources` for `customers.sources.get`. */
export function groupsOf(method: string): string[] {
  const names = method.split(".").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("."));
}

function connect(
  { createClient, call, choice, isOnce, onAttempt }: Run,
  sandbox: Sandbox,
  attempts: Attempt[],
): object {
  const provider = call.provider as ProviderName;
  const { key } = signatureOf(provider);
  const own = textsOf(sandbox.credentials[provider]);
  const credentials = choice.hasWrongKey ? spoilt(provider, own) : own;
  return createClient({
    ...credentials,
    ...choice.options,
    baseUrl: sandbox.urls[provider],
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
      const attempt: Attempt = {
        method,
        url,
        headers,
        body,
        inspection: await inspect(provider, request, credentials[key] ?? ""),
      };
      attempts.push(attempt);
      onAttempt(attempts);
      const goesWrong = !isOnce || attempts.length === 1;
      const sent =
        goesWrong && choice.rewriteBody && body !== null ? { ...init, body: choice.rewriteBody(body) } : init;
      const answer = goesWrong && choice.instead ? choice.instead() : await sandbox.fetch(url, sent);
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
function spoilt(provider: ProviderName, credentials: Record<string, string>): Record<string, string> {
  return { ...credentials, ...Object.fromEntries(keyNames(provider).map((name) => [name, `${credentials[name]}0`])) };
}

/** Keeps the id of what was created, so that another page can offer it, and drops that of what was deleted. */
function noteIds({ session, calls, call, input }: Run, value: unknown): void {
  const groups = groupsOf(call.method);
  const own = groups.at(-1) ?? "";
  const values = Object.values(input.path);
  if (call.verb === "POST") {
    const named = calls.flatMap(({ examples }) => Object.keys(examples[0].input.path)[values.length] ?? []);
    const id = idOf(value, named[0] ?? "id");
    if (id !== "undefined") session.remember(own, id);
  }
  if (call.verb !== "DELETE") return;
  const last = values.length === groups.length ? values.at(-1) : undefined;
  for (const id of session.ids(own)) {
    if (id === last || (input.body !== undefined && JSON.stringify(input.body).includes(JSON.stringify(id))))
      session.forget(own, id);
  }
}
