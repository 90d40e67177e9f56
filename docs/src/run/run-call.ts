import { defaultCredentials, type ProviderName } from "@customer-clients/sandbox";
import { invoke } from "../samples/invoke.ts";
import { textsOf } from "../samples/texts-of.ts";
import { faultChoices } from "./faults.ts";
import { type MadeCall, noteIds } from "./note-ids.ts";
import { type Attempt, type Observation, observedClient, type Target } from "./observed-client.ts";
import { prepare } from "./prepare.ts";

/** What became of a call. */
export interface Outcome {
  readonly attempts: readonly Attempt[];
  /** What the client gave: of a list, its first page. */
  readonly value?: unknown;
  /** What the client threw. */
  readonly error?: Error;
}

/** What a run is made of. */
export interface Run extends MadeCall, Observation {
  /** `create…Client` of the provider. */
  readonly createClient: (options: object) => object;
}

/** Makes a call with the real client against the session's sandbox. */
export function runCall(run: Run): Promise<Outcome> {
  const provider = run.call.provider as ProviderName;
  return outcomeOf(async (attempts) => {
    const value = await run.session.use((sandbox) => {
      const { fault } = run.choice;
      if (fault) sandbox.faults.add({ fault, ...(run.isOnce && { times: 1 }) });
      const credentials = textsOf(sandbox.credentials[provider]);
      return send(run, { provider, credentials, baseUrl: sandbox.urls[provider], send: sandbox.fetch }, run, attempts);
    });
    noteIds(run, value);
    return value;
  });
}

/** Makes a call with the real client against a sandbox elsewhere, which has the keys that every sandbox has. */
export function runElsewhere(run: Run, baseUrl: string): Promise<Outcome> {
  const provider = run.call.provider as ProviderName;
  const target = {
    provider,
    baseUrl,
    credentials: textsOf(defaultCredentials[provider]),
    send: fetch.bind(globalThis),
  };
  const [none] = faultChoices;
  return outcomeOf((attempts) => send(run, target, { ...run, choice: none }, attempts));
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

function send(run: Run, target: Target, observation: Observation, attempts: Attempt[]): Promise<unknown> {
  const client = observedClient(run.createClient, target, observation, attempts);
  return Promise.resolve(invoke(client, run.call, run.input));
}

async function outcomeOf(work: (attempts: Attempt[]) => Promise<unknown>): Promise<Outcome> {
  const attempts: Attempt[] = [];
  try {
    return { value: await work(attempts), attempts };
  } catch (error) {
    return { error: error as Error, attempts };
  }
}
