// A typed client for Finan's customers.
import { type ClientOptions, createExchange } from "@customer-clients/core";
import { type FinanCredentials, signer } from "./auth.ts";
import { type Environment, type FinanClient, methods, provider } from "./generated/operations.ts";

/** What a client for Finan is made from. */
export interface FinanOptions extends FinanCredentials, ClientOptions {
  /**
   * Which of the provider's hosts to send to.
   * @default "live"
   */
  readonly environment?: Environment | undefined;
}

/**
 * Makes a client for Finan.
 *
 * @throws InvalidArgumentError for an option that can't be right; nothing was sent.
 */
export function createFinanClient(options: FinanOptions): FinanClient {
  return methods(createExchange(provider, signer(options), options));
}

export type { CallOptions, ClientOptions, Hooks, Page, PageList } from "@customer-clients/core";
export * from "@customer-clients/core/errors";
export type { FinanCredentials } from "./auth.ts";
export type * from "./generated/operations.ts";
