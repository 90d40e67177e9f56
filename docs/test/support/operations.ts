import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readSpec } from "@customer-clients/scripts/src/spec/read-spec.ts";
import { type Call, callsOf } from "../../src/samples/call.ts";
import { slugOf } from "../../src/site/paths.ts";
import { DOCS } from "./build-site.ts";

/** An operation, and its page's place within the site. */
export interface OperationPage {
  readonly name: string;
  readonly provider: string;
  readonly call: Call;
  readonly place: string;
}

const specs = join(DOCS, "../specs");
const providers = readdirSync(specs, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The operations of all providers. */
export const operations: readonly OperationPage[] = providers.flatMap(({ name: provider }) =>
  callsOf(provider, readSpec(join(specs, provider, "openapi.yaml")).document).map((call) => ({
    name: `${provider} ${call.operationId}`,
    provider,
    call,
    place: `${provider}/operations/${slugOf(call.operationId)}/`,
  })),
);

/** @returns The operation of a provider with a method. */
export function operationOf(provider: string, method: string): OperationPage {
  const found = operations.find((one) => one.provider === provider && one.call.method === method);
  if (!found) throw new Error(`${provider}: expected a method ${method}`);
  return found;
}
