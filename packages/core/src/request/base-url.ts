import { at } from "../answer/at.ts";
import { check } from "../errors/invalid-argument-error.ts";
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
  const text = baseUrl ?? (at(environments, [environment]) as string | undefined);
  check(text !== undefined, "environment", `${Object.keys(environments).join(", ")}, or a baseUrl`);
  // No user name stands before the host, and neither query nor fragment behind the path.
  const safe = /^(https:\/\/[^/@]+|http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?)\/[^?#]*$/;
  check(
    URL.canParse(text) && safe.test(new URL(text).href),
    "baseUrl",
    "https (http on loopback) without user, query and fragment",
  );
  return new URL(text);
}
