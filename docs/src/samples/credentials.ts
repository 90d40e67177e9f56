import { createSandbox, defaultCredentials } from "@customer-clients/sandbox";
import { createCredentials } from "@customer-clients/sandbox/inspect";
import { textsOf } from "./texts-of.ts";

/** @returns The throw-away credentials that the sandbox takes; none for a provider that it doesn't know. */
export function credentialsOf(provider: string): Readonly<Record<string, string>> | undefined {
  const found = Object.entries(defaultCredentials).find(([name]) => name === provider);
  return found && textsOf(found[1]);
}

let all: Promise<object> | undefined;

/** @returns The names of all credentials that a provider's client takes. */
export async function credentialNames(provider: string): Promise<string[]> {
  all ??= createCredentials().then(async (credentials) => (await createSandbox({ credentials })).credentials);
  const found = Object.entries(await all).find(([name]) => name === provider);
  return found ? Object.keys(found[1]) : [];
}
