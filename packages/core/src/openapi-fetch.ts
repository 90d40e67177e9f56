// All of openapi-fetch that is used here, in types that don't need its package: build/bundle.ts puts its code in this module's place.
import createClient from "openapi-fetch";

type Call = (path: string, init: object) => Promise<unknown>;

/** Makes a client by method, then path; its options are openapi-fetch's. */
export const createOpenapiFetch: (options: {
  readonly Request: unknown;
  readonly fetch: (request: unknown) => Promise<Response>;
  readonly pathSerializer: (path: string) => string;
}) => Readonly<Record<string, Call>> = createClient as never;
