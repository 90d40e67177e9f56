import { type ProviderName, providerNames } from "./options.ts";

/** Makes a value for each provider. */
export function forEachProvider<T>(make: (name: ProviderName) => T): Readonly<Record<ProviderName, T>> {
  return Object.fromEntries(providerNames.map((name) => [name, make(name)])) as Record<ProviderName, T>;
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
