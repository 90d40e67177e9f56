// A typed client for Ping++'s customers.
import { type ClientOptions, createExchange } from "@customer-clients/core";
import { type PingxxCredentials, signer } from "./auth.ts";
import { type Environment, methods, type PingxxClient, provider } from "./generated/operations.ts";

/** What a client for Ping++ is made from. */
export interface PingxxOptions extends PingxxCredentials, ClientOptions {
  /**
   * Which of the provider's hosts to send to.
   * @default "live"
   */
  readonly environment?: Environment | undefined;
}

/**
 * Makes a client for Ping++.
 *
 * @throws InvalidArgumentError for an option that can't be right; nothing was sent.
 */
export function createPingxxClient(options: PingxxOptions): PingxxClient {
  return methods(createExchange(provider, signer(options), options));
}

export type { CallOptions, ClientOptions, Hooks, Page, PageList } from "@customer-clients/core";
export * from "@customer-clients/core/errors";
export type { PingxxCredentials } from "./auth.ts";
export type * from "./generated/operations.ts";
