import { ClientError } from "./errors/client-error.ts";

/** A webhook that can't be trusted: no signature, a wrong one, or one that is too old. */
export class WebhookVerificationError extends ClientError {
  override get name(): "WebhookVerificationError" {
    return "WebhookVerificationError";
  }
}

/** Headers as `fetch` has them, or as Node's `http` does. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * A header of a webhook, whatever the case of its name.
 *
 * @throws WebhookVerificationError when it is missing, or there twice.
 */
export function webhookHeader(headers: WebhookHeaders, name: string): string {
  const entries = headers instanceof Headers ? headers : Object.entries(headers);
  const found = [...entries].filter(([key]) => key.toLowerCase() === name).flatMap(([, value]) => value ?? []);
  const [value] = found;
  if (found.length === 1 && value !== undefined) return value;
  throw new WebhookVerificationError(`webhook: expected one ${name} header`);
}

/** The body of a webhook as text. */
export function webhookText(rawBody: string | Uint8Array): string {
  return typeof rawBody === "string" ? rawBody : new TextDecoder("utf-8", { ignoreBOM: true }).decode(rawBody);
}

/**
 * The event of a webhook whose signature was checked.
 *
 * @param isValid - Whether it belongs to the body.
 * @throws WebhookVerificationError when it doesn't, or the body isn't JSON.
 */
export function webhookEvent(isValid: boolean, text: string): unknown {
  if (!isValid) throw new WebhookVerificationError("webhook: the signature doesn't belong to this body and key");
  try {
    return JSON.parse(text);
  } catch {
    throw new WebhookVerificationError("webhook: expected a JSON body");
  }
}

/** Compares two texts in a time that depends on their lengths alone. */
export function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++)
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index % (b.length || 1));
  return difference === 0;
}
