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
  let checked: Record<string, string> | undefined;
  try {
    checked = Object.fromEntries(new Headers(headers));
  } catch {
    // fetch's own message quotes the value.
  }
  const own = [...signingHeaders, "content-type"].find((name) => Object.hasOwn(checked ?? {}, name));
  check(checked !== undefined && !own, "headers", `valid names and values, ${own ?? "none"} of the client's own`);
  return checked;
}
