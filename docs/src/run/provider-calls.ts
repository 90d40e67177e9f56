import { entriesOf, type JsonObject, valueAt } from "@customer-clients/scripts/src/spec/pointer.ts";
import { type Call, callsOf } from "../samples/call.ts";

/** What a panel needs to know of a provider; it is fetched once a panel is opened. */
export interface ProviderCalls {
  readonly calls: readonly Call[];
  /** Whether the provider refuses requests whose time is off. */
  readonly checksTime: boolean;
}

/** @param document The provider's spec. */
export function providerCalls(provider: string, document: JsonObject): ProviderCalls {
  const schemes = entriesOf(valueAt(document, "/components/securitySchemes"));
  const checksTime = schemes.some(([, scheme]) => valueAt(scheme, "/x-client/clockToleranceSeconds") !== undefined);
  return { calls: callsOf(provider, document), checksTime };
}
