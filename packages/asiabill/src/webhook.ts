import {
  credential,
  equalInConstantTime,
  type WebhookHeaders,
  WebhookVerificationError,
  webhookEvent,
  webhookHeader,
  webhookText,
} from "@customer-clients/core";
import { type AsiaBillCredentials, sign } from "./auth.ts";

/** A webhook as it came in, and the keys to check it with. */
export interface AsiaBillWebhook extends AsiaBillCredentials {
  /** All its headers. */
  readonly headers: WebhookHeaders;
  /** The body exactly as received, before any parsing. */
  readonly rawBody: string | Uint8Array;
  /**
   * How old or how far ahead it may be, in milliseconds.
   * @default 600_000, as the provider's own SDK
   */
  readonly toleranceMs?: number;
  /** The clock, in Unix milliseconds; by default `Date.now`. */
  readonly now?: () => number;
}

/**
 * Checks that a webhook comes from AsiaBill and is fresh. Answer it with the text `success`.
 *
 * @returns The parsed body.
 * @throws WebhookVerificationError when a header is missing, the signature is wrong, or the time is off.
 * @throws InvalidArgumentError for credentials that can't be right.
 */
export async function verifyWebhook<T = unknown>(webhook: AsiaBillWebhook): Promise<T> {
  const { headers, rawBody, gatewayNo, toleranceMs = 600_000, now = Date.now } = webhook;
  credential("gatewayNo", gatewayNo, /^\d{8}$/, "a string of 8 digits");
  const body = webhookText(rawBody);
  const [requestId, requestTime, version, signature] = ["request-id", "request-time", "version", "sign-info"].map(
    (name) => webhookHeader(headers, name),
  ) as [string, string, string, string];
  const expected = await sign(
    { gatewayNo, requestId, requestTime, version, body },
    credential("signKey", webhook.signKey),
  );
  const event = webhookEvent(equalInConstantTime(expected, signature.toLowerCase()), body);
  if (!(Math.abs(now() - Number(requestTime)) <= toleranceMs)) {
    throw new WebhookVerificationError(`webhook: expected a request-time at most ${toleranceMs} ms from now`);
  }
  return event as T;
}
