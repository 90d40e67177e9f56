import type { SigningParts } from "@customer-clients/finan/signing";
import { spec } from "../generated/finan.ts";
import type { Call } from "../provider.ts";

/** What of a request of Finan's is signed. */
export function partsOf({ headers, method, target, text }: Omit<Call, "operation">, secret: string): SigningParts {
  const hasPayload = method !== "GET" && method !== "DELETE";
  return {
    secret,
    method,
    path: target.slice(spec.basePath.length),
    timestamp: headers.get("x-timestamp") ?? "",
    ...(hasPayload && { body: text }),
  };
}
