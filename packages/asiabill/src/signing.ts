// AsiaBill's signature on its own: for a proxy, another language's test, or a look at what goes wrong.

export { WebhookVerificationError } from "@customer-clients/core";
export { type AsiaBillCredentials, canonicalString, type SigningParts, sign } from "./auth.ts";
export { type AsiaBillWebhook, verifyWebhook } from "./webhook.ts";
