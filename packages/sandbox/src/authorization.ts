/**
 * Reads the token of an `Authorization` header, sent as Bearer or as the user name of Basic, whatever the password.
 *
 * @returns Nothing for a header that is missing or neither of the two.
 */
export function tokenOf(headers: Headers): string | undefined {
  const [scheme = "", value = ""] = (headers.get("authorization") ?? "").trim().split(/ +/);
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return undefined;
  try {
    return atob(value).split(":")[0];
  } catch {
    return undefined;
  }
}
