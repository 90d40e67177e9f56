// AsiaBill by method and path, answers as on the wire: openapi-fetch over the client's own pipeline.
import { createExchange } from "@customer-clients/core";
import { type Api, createApi } from "@customer-clients/core/api";
import { signer } from "./auth.ts";
import { descriptors, provider } from "./generated/operations.ts";
import type { paths } from "./generated/schema.ts";
import type { AsiaBillOptions } from "./index.ts";

/**
 * Makes a client for AsiaBill by method and path.
 *
 * @throws InvalidArgumentError for an option that can't be right; nothing was sent.
 */
export function createAsiaBillApi(options: AsiaBillOptions): Api<paths> {
  return createApi<paths>(createExchange(provider, signer(options), options), descriptors);
}

export type { components, operations, paths } from "./generated/schema.ts";
