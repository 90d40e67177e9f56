import { verifyRsaSha256, type WebhookHeaders, webhookEvent, webhookHeader, webhookText } from "@customer-clients/core";

/** A webhook as it came in, and the key to check it with. */
export interface PingxxWebhook {
  /** All its headers. */
  readonly headers: WebhookHeaders;
  /** The body exactly as received, before any parsing. */
  readonly rawBody: string | Uint8Array;
  /** Ping++'s own RSA public key in PEM, from the dashboard; not the merchant's. */
  readonly publicKey: string;
}

/**
 * Checks that a webhook comes from Ping++. The signature covers the body alone and carries no time, so an old webhook can be sent
 * again by whoever saw it: keep the ids of the events that you have handled, and refuse an id that you have seen.
 *
 * @returns The parsed event.
 * @throws WebhookVerificationError when the header is missing or the signature is wrong.
 * @throws InvalidArgumentError when the key isn't an RSA public key in PEM.
 */
export async function verifyWebhook<T = unknown>({ headers, rawBody, publicKey }: PingxxWebhook): Promise<T> {
  const verify = verifyRsaSha256(publicKey);
  const signature = webhookHeader(headers, "x-pingplusplus-signature");
  const bytes = typeof rawBody === "string" ? new TextEncoder().encode(rawBody) : rawBody;
  return webhookEvent(await verify(bytes, signature), webhookText(rawBody)) as T;
}
