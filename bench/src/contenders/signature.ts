// AsiaBill's signature in a few lines of its own, as somebody without a client would write it.
import { createHmac, randomUUID } from "node:crypto";
import { credentials } from "./contender.ts";

/** The headers that are signed, and the signature. */
export type SignedHeaders = Record<"gateway-no" | "request-id" | "request-time" | "sign-info", string>;

/**
 * Signs a request.
 *
 * @param parts - The values of the path, those of the query and the body, in this order; `""` for what there is none of.
 * @param requestId - By default a new one.
 * @param requestTime - Unix milliseconds, decimal; by default now.
 */
export function signedHeaders(
  parts: readonly string[],
  requestId: string = randomUUID().toUpperCase(),
  requestTime: string = String(Date.now()),
): SignedHeaders {
  const text = [credentials.gatewayNo + requestId + requestTime, ...parts].filter(Boolean).join(".");
  return {
    "gateway-no": credentials.gatewayNo,
    "request-id": requestId,
    "request-time": requestTime,
    "sign-info": createHmac("sha256", credentials.signKey).update(text).digest("hex"),
  };
}

/** The values of named parameters in the order of their names. */
export function valuesByName(parameters: object = {}): string {
  return Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, value]) => value)
    .join("");
}
