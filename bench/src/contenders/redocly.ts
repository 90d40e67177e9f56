import { pathToFileURL } from "node:url";
import { type Contender, customerId, enveloped, newCustomer, type Target } from "./contender.ts";

/** What the bench uses of the generated module. */
interface GeneratedModule {
  readonly OPERATIONS: object;
  readonly createClient: (
    operations: object,
    config: { serverUrl: string; fetch: Target["fetch"] },
  ) => Readonly<Record<"getCustomer" | "createCustomer", (input: object) => Promise<unknown>>>;
}

/**
 * Loads Redocly's generated client. It does not sign: its credentials are fixed texts.
 *
 * @param path - The client, as JavaScript.
 */
export async function loadRedocly(path: string): Promise<(target: Target) => Contender> {
  const { createClient, OPERATIONS } = (await import(pathToFileURL(path).href)) as GeneratedModule;
  return ({ baseUrl, fetch }) => {
    const client = createClient(OPERATIONS, { serverUrl: baseUrl, fetch });
    return {
      name: "Redocly's generated client, unsigned",
      isSigned: false,
      get: () => client.getCustomer({ path: { customerId } }),
      create: () => client.createCustomer({ body: newCustomer }),
      customerOf: enveloped,
    };
  };
}
