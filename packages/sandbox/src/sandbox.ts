// The sandbox itself, however its requests come in.
import { type Answer, answer } from "./answer.ts";
import { createAsiaBill } from "./asiabill/asiabill.ts";
import { type Clock, createClock } from "./clock.ts";
import { createFinan } from "./finan/finan.ts";
import { createLumyri } from "./lumyri/lumyri.ts";
import {
  type Credentials,
  checkCredentials,
  defaultCredentials,
  type ProviderName,
  type SandboxOptions,
} from "./options.ts";
import { forEachProvider } from "./origins.ts";
import { createPingxx } from "./pingxx/pingxx.ts";
import type { Provider, RawRequest } from "./provider.ts";
import { memoryStorage } from "./storage/memory.ts";

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
  /** The status of the answer. */
  readonly status: number;
  /** Why it was refused, in words. */
  readonly reason?: string;
  /** When, by the sandbox's clock, in Unix milliseconds. */
  readonly time: number;
}

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
  /** Forgets everything, and sets the clock back to the system's. */
  reset(): Promise<void>;
  /** Ends the sandbox: from now on, its `fetch` throws. */
  close(): Promise<void>;
}

/** The credentials as clients take them: without the public key, which is the sandbox's own business. */
export interface ClientCredentials extends Omit<Credentials, "pingxx"> {
  readonly pingxx: Omit<Credentials["pingxx"], "publicKey">;
}

/** What the ways to run a sandbox build on. */
export interface SandboxCore extends Pick<Sandbox, "clock" | "requests" | "credentials" | "reset" | "close"> {
  /** The paths that the providers' own paths follow. */
  readonly basePaths: Readonly<Record<ProviderName, string>>;
  receive(provider: ProviderName, request: RawRequest): Promise<Answer>;
}

const maxRequests = 1_000;
const maxLoggedCharacters = 10_000;

/**
 * Makes a sandbox without a way in.
 *
 * @throws TypeError for an empty credential; InvalidArgumentError for a public key that isn't RSA in PEM.
 */
export async function createCore({ credentials: own }: SandboxOptions = {}): Promise<SandboxCore> {
  const credentials = { ...defaultCredentials, ...own };
  await checkCredentials(credentials);
  const secrets = [
    credentials.asiabill.signKey,
    credentials.finan.secret,
    credentials.lumyri.accessToken,
    credentials.pingxx.apiKey,
  ];
  const clock = createClock();
  const storage = memoryStorage();
  const requests: ReceivedRequest[] = [];
  const context = <Name extends ProviderName>(name: Name) => ({ clock, storage, credentials: credentials[name] });
  const providers: Readonly<Record<ProviderName, Provider>> = {
    asiabill: createAsiaBill(context("asiabill")),
    finan: createFinan(context("finan")),
    lumyri: createLumyri(context("lumyri")),
    pingxx: createPingxx(context("pingxx")),
  };
  const { publicKey: _, ...pingxx } = credentials.pingxx;

  return {
    clock,
    requests,
    credentials: { ...credentials, pingxx },
    basePaths: forEachProvider((name) => providers[name].spec.basePath),
    async receive(provider, request) {
      const time = clock.now();
      const sent = await answer(providers[provider], storage, secrets, request);
      const { method, target, headers, body } = request;
      requests.push({
        provider,
        ...(sent.operationId !== undefined && { operation: sent.operationId }),
        method,
        target,
        headers: Object.fromEntries(headers),
        body: new TextDecoder().decode(body).slice(0, maxLoggedCharacters),
        status: sent.status,
        ...(sent.reason !== undefined && { reason: sent.reason }),
        time,
      });
      if (requests.length > maxRequests) requests.shift();
      return sent;
    },
    async reset() {
      await storage.clear();
      clock.reset();
      requests.length = 0;
    },
    close: () => storage.close(),
  };
}
