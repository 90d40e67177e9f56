// Ping++'s signature on its own: for a proxy, another language's test, or a look at what goes wrong.

export { WebhookVerificationError } from "@customer-clients/core";
export { canonicalString, type PingxxCredentials, type SigningParts, sign, verify } from "./auth.ts";
export { type PingxxWebhook, verifyWebhook } from "./webhook.ts";
