// The client's run time: what all provider packages share.
export { hmacSha256, rsaSha256, sha256, verifyRsaSha256 } from "#crypto";
export { byAbsence, byCode } from "./answer/success.ts";
export { call } from "./call.ts";
export { checkText as credential } from "./errors/invalid-argument-error.ts";
export * from "./errors.ts";
export { createExchange, type Exchange, type Signer, type UnsignedRequest } from "./exchange.ts";
export type { AttemptDescription, ErrorDescription, Hooks, ResponseDescription } from "./hooks.ts";
export type { OperationDescriptor, OperationInput, ProviderDescriptor } from "./operation.ts";
export { type CallOptions, type ClientOptions, type MaybePromise, whenReady } from "./options.ts";
export { byCursor, type CursorPaging } from "./pages/by-cursor.ts";
export { byNumber, type NumberPaging } from "./pages/by-number.ts";
export { type ListDescriptor, list, type Page, type PageList, type Paging } from "./pages/list.ts";
export { whole } from "./pages/whole.ts";
export { form, nested } from "./request/nested.ts";
export { type Entry, flat } from "./request/query.ts";
export { basic, bearer } from "./signing/authorization.ts";
export { joinPresent, valuesByName } from "./signing/canonical.ts";
export { unixSeconds } from "./signing/timestamp.ts";
export {
  equalInConstantTime,
  type WebhookHeaders,
  WebhookVerificationError,
  webhookEvent,
  webhookHeader,
  webhookText,
} from "./webhook.ts";
