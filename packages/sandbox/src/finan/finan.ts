// Finan's behaviour: what specs/finan/openapi.yaml can't say.
import type { FinanCredentials } from "@customer-clients/finan/signing";
import { type OperationId, spec } from "../generated/finan.ts";
import { uuid } from "../ids.ts";
import type { Context, Provider } from "../provider.ts";
import type { RefusalKind } from "../refusal.ts";
import { authenticator } from "./authenticate.ts";
import { handlers } from "./customers.ts";

/**
 * HTTP status and code. All of them are inferred, and so is that a code's third digit tells whose fault it is: no error
 * is documented. The codes end like the statuses.
 */
const codes: Readonly<Record<RefusalKind, readonly [status: number, code: number]>> = {
  address: [404, 104004],
  credentials: [401, 104001],
  permission: [403, 104003],
  signature: [401, 104001],
  time: [401, 104001],
  repeated: [409, 104009],
  invalid: [400, 104000],
  unknown: [404, 104004],
  conflict: [409, 104009],
  declined: [400, 104000],
  fault: [500, 105000],
};

/** Makes Finan's behaviour. */
export function createFinan(context: Context<FinanCredentials>): Provider<OperationId> {
  return {
    spec,
    authenticate: authenticator(context),
    handlers: handlers(context),
    refuse({ kind, message }) {
      const [status, code] = codes[kind];
      return { status, body: { message: { content: message }, code, request_id: uuid(), data: null } };
    },
  };
}
