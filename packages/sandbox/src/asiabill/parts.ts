import type { SigningParts } from "@customer-clients/asiabill/signing";
import type { Call } from "../provider.ts";

/** What of a request of AsiaBill's is signed. */
export function partsOf({ headers, path, entries, text }: Omit<Call, "operation">): SigningParts & { body: string } {
  return {
    gatewayNo: headers.get("gateway-no") ?? "",
    requestId: headers.get("request-id") ?? "",
    requestTime: headers.get("request-time") ?? "",
    path,
    query: entries,
    body: text,
  };
}
