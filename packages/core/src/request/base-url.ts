import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import type { ProviderDescriptor } from "../operation.ts";

/**
 * The base URL to send to: `baseUrl` as given, else the environment's (`live` by default).
 *
 * @throws InvalidArgumentError for an unknown environment, none where the provider has no `live`, and a URL that would send
 * credentials in clear text or to another place: not https (http on loopback only), or with a user name, a password, a query or
 * a fragment.
 */
export function resolveBaseUrl(
  { environments }: ProviderDescriptor,
  {
    baseUrl,
    environment = "live",
  }: { readonly baseUrl?: string | undefined; readonly environment?: string | undefined },
): URL {
  if (baseUrl === undefined && !Object.hasOwn(environments, environment)) {
    throw new InvalidArgumentError(`environment: expected ${Object.keys(environments).join(", ")}, or a baseUrl`);
  }
  const text = baseUrl ?? (environments[environment] as string);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url && /^(https:.*|http:(localhost|127(\.\d+){3}|\[::1\]))$/.test(url.protocol + url.hostname);
  if (isSafe && url.href === url.origin + url.pathname) return url;
  throw new InvalidArgumentError("baseUrl: expected https (http on loopback) and nothing but host, port and path");
}
