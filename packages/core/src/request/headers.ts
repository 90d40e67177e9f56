import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
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
  let name: string | undefined;
  try {
    const checked = Object.fromEntries(new Headers(headers));
    name = [...signingHeaders, "content-type"].find((name) => Object.hasOwn(checked, name));
    if (!name) return checked;
  } catch {
    // fetch's own message quotes the value.
  }
  throw new InvalidArgumentError(`headers: expected valid names and values, ${name ?? "none"} of the client's own`);
}
