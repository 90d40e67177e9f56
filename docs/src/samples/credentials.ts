import { type ClientCredentials, createSandbox, defaultCredentials } from "@customer-clients/sandbox";
import { createCredentials } from "@customer-clients/sandbox/inspect";

/** @returns The throw-away credentials that the sandbox takes; none for a provider that it doesn't know. */
export function credentialsOf(provider: string): Readonly<Record<string, string>> | undefined {
  const known: Readonly<Record<string, object>> = defaultCredentials;
  return Object.hasOwn(known, provider) ? { ...known[provider] } : undefined;
}

let all: Promise<ClientCredentials> | undefined;

/** @returns The names of all credentials that a provider's client takes. */
export async function credentialNames(provider: string): Promise<string[]> {
  all ??= createCredentials().then(async (credentials) => (await createSandbox({ credentials })).credentials);
  const known: Readonly<Record<string, object>> = await all;
  return Object.keys(known[provider] ?? {});
}
