// How Lumyri's requests are authorised. The rule is written out in specs/lumyri/openapi.yaml.
import { bearer, credential, type MaybePromise, type Signer, whenReady } from "@customer-clients/core";

/** What Lumyri gives a business. */
export interface LumyriCredentials {
  /** An access token, or a function that gives one: it is asked before each attempt, so a renewed token is used at once. */
  readonly accessToken: string | (() => MaybePromise<string>);
  /** Sent as `x-app-id` with the operations that take it. */
  readonly appId: string;
}

/**
 * The value of `Authorization`.
 *
 * @throws InvalidArgumentError for a token that is empty or can't stand in a header.
 */
export function sign(accessToken: string): string {
  return bearer(credential("accessToken", accessToken));
}

/**
 * Authorises a client's requests.
 *
 * @throws InvalidArgumentError for an empty token or app id.
 */
export function signer({ accessToken, appId }: LumyriCredentials): Signer {
  credential("appId", appId);
  const token = typeof accessToken === "function" ? accessToken : () => accessToken;
  if (typeof accessToken !== "function") sign(accessToken);
  return {
    secrets: [],
    headers: ({ operation }) =>
      whenReady(token(), (current) => ({
        authorization: sign(current),
        ...(operation.headers?.includes("x-app-id") && { "x-app-id": appId }),
      })),
  };
}
