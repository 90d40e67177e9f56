// A typed client for AsiaBill's customers.
import { type ClientOptions, createExchange } from "@customer-clients/core";
import { type AsiaBillCredentials, signer } from "./auth.ts";
import { type AsiaBillClient, type Environment, methods, provider } from "./generated/operations.ts";

/** What a client for AsiaBill is made from. */
export interface AsiaBillOptions extends AsiaBillCredentials, ClientOptions {
  /**
   * Which of the provider's hosts to send to.
   * @default "live"
   */
  readonly environment?: Environment | undefined;
}

/**
 * Makes a client for AsiaBill.
 *
 * @throws InvalidArgumentError for an option that can't be right; nothing was sent.
 */
export function createAsiaBillClient(options: AsiaBillOptions): AsiaBillClient {
  return methods(createExchange(provider, signer(options), options));
}

export type { CallOptions, ClientOptions, Hooks, Page, PageList } from "@customer-clients/core";
export * from "@customer-clients/core/errors";
export type { AsiaBillCredentials } from "./auth.ts";
export type * from "./generated/operations.ts";
