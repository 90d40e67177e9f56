// The sandbox itself, however its requests come in.
import { type Answer, answer } from "./answer.ts";
import { createAsiaBill } from "./asiabill/asiabill.ts";
import { type Clock, createClock } from "./clock.ts";
import { answerByPlan } from "./faults/answer.ts";
import type { FaultKind, Faults } from "./faults/fault.ts";
import { createFaults } from "./faults/faults.ts";
import { createFinan } from "./finan/finan.ts";
import { type Ids, randomIds } from "./ids.ts";
import { createLumyri } from "./lumyri/lumyri.ts";
import {
  type Credentials,
  checkCredentials,
  defaultCredentials,
  type ProviderName,
  providerNames,
  type SandboxOptions,
  secretsOf,
} from "./options.ts";
import { forEachProvider } from "./origins.ts";
import { createPingxx } from "./pingxx/pingxx.ts";
import type { Provider, RawRequest } from "./provider.ts";
import { type ReceivedRequest, receivedRequest } from "./requests.ts";
import { putSeeds, readSeedOptions, type SeedOptions } from "./seed/seed.ts";
import { restoreSnapshot, type Snapshot, takeSnapshot } from "./snapshot.ts";
import { operationIdOf } from "./spec/route.ts";
import { memoryStorage } from "./storage/memory.ts";
import type { Storage } from "./storage/storage.ts";

/** A stand-in for the four providers. */
export interface Sandbox {
  /**
   * Sends a request to the provider whose URL it has. It can be given to a client as its `fetch`.
   *
   * @throws TypeError for a URL of anybody else: nothing reaches the network.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The base URL of each provider, for a client's `baseUrl`. */
  readonly urls: Readonly<Record<ProviderName, string>>;
  /** The credentials that each provider takes, for a client's options. */
  readonly credentials: ClientCredentials;
  readonly clock: Clock;
  /** The last 1,000 requests, the newest at the end. */
  readonly requests: readonly ReceivedRequest[];
  /** What goes wrong: latency, lost connections, errors. */
  readonly faults: Faults;
  /** Forgets everything, the faults too, and sets the clock back to the system's. */
  reset(): Promise<void>;
  /**
   * Puts in made-up customers, beside those that are there: Chinese ones for AsiaBill and Ping++, Vietnamese ones for
   * Finan and Lumyri.
   *
   * @throws TypeError that names the option which isn't as expected.
   */
  seed(options?: SeedOptions): Promise<void>;
  /** Takes all that is kept, as plain data: customers, and AsiaBill's request ids. Clock, faults and requests aren't kept. */
  snapshot(): Promise<Snapshot>;
  /**
   * Puts a snapshot in the place of all that is kept.
   *
   * @throws TypeError that names what isn't as a snapshot has it; then nothing is changed.
   */
  restore(snapshot: Snapshot): Promise<void>;
  /** Ends the sandbox: from now on, its `fetch` throws. */
  close(): Promise<void>;
}

/** The credentials as clients take them: without the public key, which is the sandbox's own business. */
export interface ClientCredentials extends Omit<Credentials, "pingxx"> {
  readonly pingxx: Omit<Credentials["pingxx"], "publicKey">;
}

/** What the ways to run a sandbox build on. */
export interface SandboxCore extends Omit<Sandbox, "fetch" | "urls"> {
  /** The paths that the providers' own paths follow. */
  readonly basePaths: Readonly<Record<ProviderName, string>>;
  receive(provider: ProviderName, request: RawRequest): Promise<Answer>;
}

const maxRequests = 1_000;

/**
 * Makes a sandbox without a way in.
 *
 * @throws TypeError for an empty credential; InvalidArgumentError for a public key that isn't RSA in PEM.
 */
export async function createCore(
  { credentials: own, onRequest }: SandboxOptions = {},
  storage: Storage = memoryStorage(),
): Promise<SandboxCore> {
  const credentials = { ...defaultCredentials, ...own };
  await checkCredentials(credentials);
  const secrets = secretsOf(credentials);
  const clock = createClock();
  const requests: ReceivedRequest[] = [];
  const closing = new AbortController();
  const factories: Readonly<Record<ProviderName, (clock: Clock, ids: Ids) => Provider>> = {
    asiabill: (clock, ids) => createAsiaBill({ clock, ids, storage, credentials: credentials.asiabill }),
    finan: (clock, ids) => createFinan({ clock, ids, storage, credentials: credentials.finan }),
    lumyri: (clock, ids) => createLumyri({ clock, ids, storage, credentials: credentials.lumyri }),
    pingxx: (clock, ids) => createPingxx({ clock, ids, storage, credentials: credentials.pingxx }),
  };
  const providers = forEachProvider((name) => factories[name](clock, randomIds));
  const faults = createFaults(providers);
  const collections = providerNames.flatMap((name) => providers[name].collections);
  const { publicKey: _, ...pingxx } = credentials.pingxx;

  return {
    clock,
    requests,
    credentials: { ...credentials, pingxx },
    basePaths: forEachProvider((name) => providers[name].spec.basePath),
    faults,
    async receive(name, request) {
      const time = clock.now();
      // Without faults, the answer finds it out by itself.
      const operationId = faults.list().length > 0 ? operationIdOf(providers[name], request) : undefined;
      const plan = faults.plan(name, operationId);
      const { skewMs = 0 } = plan.skew ?? {};
      const ownClock: Clock = { ...clock, now: () => clock.now() + skewMs };
      const provider = skewMs === 0 ? providers[name] : factories[name](ownClock, randomIds);
      const handle = () => answer(provider, storage, secrets, request);
      const answered = await answerByPlan(plan, { provider, request, operationId, closing: closing.signal, handle });
      // By the header, clients tell how far off a clock is.
      const date = new Date(ownClock.now()).toUTCString();
      const sent: Answer = { ...answered, headers: { ...answered.headers, date } };
      const kinds = Object.values(plan).map(({ kind }: { kind: FaultKind }) => kind);
      const received = receivedRequest(name, request, sent, time, kinds);
      requests.push(received);
      if (requests.length > maxRequests) requests.shift();
      onRequest?.(received);
      return sent;
    },
    async reset() {
      await storage.clear();
      clock.reset();
      faults.clear();
      requests.length = 0;
    },
    async seed(options = {}) {
      await putSeeds(readSeedOptions(options), storage, (name, ownClock, ids) => factories[name](ownClock, ids));
    },
    snapshot: () => takeSnapshot(storage, collections),
    restore: (snapshot) => restoreSnapshot(snapshot, storage, collections),
    async close() {
      closing.abort();
      await storage.close();
    },
  };
}
