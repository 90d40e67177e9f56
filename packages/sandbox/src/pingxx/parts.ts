import type { SigningParts } from "@customer-clients/pingxx/signing";
import type { Call } from "../provider.ts";

/** What of a request of Ping++'s is signed. */
export function partsOf({ headers, method, target, text }: Omit<Call, "operation">): SigningParts {
  const hasBody = method === "POST" || method === "PUT";
  const timestamp = headers.get("pingplusplus-request-timestamp") ?? "";
  return { target, timestamp, ...(hasBody && { body: text }) };
}
