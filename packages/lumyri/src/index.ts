// A typed client for Lumyri's customers.
import { type ClientOptions, createExchange } from "@customer-clients/core";
import { type LumyriCredentials, signer } from "./auth.ts";
import { type Environment, type LumyriClient, methods, provider } from "./generated/operations.ts";

/** What a client for Lumyri is made from. No live host is known: say which one to send to. */
export type LumyriOptions = LumyriCredentials &
  ClientOptions &
  ({ readonly baseUrl: string } | { readonly environment: Environment });

/**
 * Makes a client for Lumyri.
 *
 * @throws InvalidArgumentError for an option that can't be right; nothing was sent.
 */
export function createLumyriClient(options: LumyriOptions): LumyriClient {
  return methods(createExchange(provider, signer(options), options));
}

export type { CallOptions, ClientOptions, Hooks, Page, PageList } from "@customer-clients/core";
export * from "@customer-clients/core/errors";
export type { LumyriCredentials } from "./auth.ts";
export type * from "./generated/operations.ts";
