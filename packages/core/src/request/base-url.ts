import { check } from "../errors/invalid-argument-error.ts";
import type { ProviderDescriptor } from "../operation.ts";

// Its end is the path's: no query or fragment follows, and no user name stands before the host.
const isSafe = /^(https:\/\/[^/@]+|http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?)\/[^?#]*$/;

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
  const text = baseUrl ?? (Object.hasOwn(environments, environment) ? environments[environment] : undefined);
  check(text !== undefined, "environment", `${Object.keys(environments).join(", ")}, or a baseUrl`);
  check(
    URL.canParse(text) && isSafe.test(new URL(text).href),
    "baseUrl",
    "https (http on loopback) and nothing but host, port and path",
  );
  return new URL(text);
}
