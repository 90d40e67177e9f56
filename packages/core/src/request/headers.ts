import { check } from "../errors/invalid-argument-error.ts";
import type { ProviderDescriptor } from "../operation.ts";

/**
 * A caller's headers, by lower-case name.
 *
 * @throws InvalidArgumentError for one that isn't a header, or that the client sets itself: two `sign-info` headers reach the
 * provider as one that is wrong.
 */
export function callerHeaders(
  { signingHeaders }: ProviderDescriptor,
  headers: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  if (!headers) return {};
  const own = [...signingHeaders, "content-type"];
  try {
    const checked = Object.fromEntries(new Headers(headers));
    if (!own.some((name) => Object.hasOwn(checked, name))) return checked;
  } catch {
    // fetch's own message quotes the value.
  }
  check(false, "headers", `valid names and values, and none of ${own.join(", ")}`);
}
