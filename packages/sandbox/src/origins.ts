import { type ProviderName, providerNames } from "./options.ts";
import type { RawRequest } from "./provider.ts";

/** Makes a value for each provider. */
export function forEachProvider<T>(make: (name: ProviderName) => T): Readonly<Record<ProviderName, T>> {
  return Object.fromEntries(providerNames.map((name) => [name, make(name)])) as Record<ProviderName, T>;
}

/** The origin of a provider in process. No host has a name in .invalid (RFC 2606): a fetch that isn't the sandbox's gets nowhere. */
export function inProcessOrigin(name: ProviderName): string {
  return `https://${name}.sandbox.invalid`;
}

/** The URLs that a request may have been sent to, as its caller has them: a proxy may have taken the TLS away. */
export function urlsOf(name: ProviderName, { headers, target }: Pick<RawRequest, "headers" | "target">): string[] {
  const host = headers.get("host");
  const origins = host === null ? [inProcessOrigin(name)] : [`http://${host}`, `https://${host}`];
  return origins.map((origin) => origin + target);
}

/**
 * Finds the provider that a URL belongs to, by its origin.
 *
 * @throws TypeError, as fetch does for a URL that it can't use, when it belongs to none of them.
 */
export function providerAt(urls: Readonly<Record<ProviderName, string>>, url: URL): ProviderName {
  const found = providerNames.find((name) => new URL(urls[name]).origin === url.origin);
  if (found) return found;
  const expected = providerNames.map((name) => new URL(urls[name]).origin).join(", ");
  throw new TypeError(`sandbox.fetch: expected a URL at ${expected}, found one at ${url.origin}`);
}
