// Finan's behaviour: what specs/finan/openapi.yaml can't say.
import type { FinanCredentials } from "@customer-clients/finan/signing";
import { type OperationId, spec } from "../generated/finan.ts";
import { randomIds } from "../ids.ts";
import type { Context, Outcome, Provider } from "../provider.ts";
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
    collections: ["finan.customers"],
    authenticate: authenticator(context),
    handlers: handlers(context),
    refuse({ kind, message }) {
      const [status, code] = codes[kind];
      return errorOf(status, code, message);
    },
    error({ status, code = codeOf(status ?? 500) }, message) {
      // The third digit is a success's 2: 102000 (inferred).
      if (typeof code !== "number" || !/^\d\d[013-9]\d{3}$/.test(String(code))) {
        throw new TypeError(`expected a number of 6 digits, the third of which isn't 2, such as 104004, found ${code}`);
      }
      return errorOf(status ?? (String(code)[2] === "5" ? 500 : 400), code, message);
    },
  };
}

/** The code of a status: 503 is 105003. */
function codeOf(status: number): number {
  return 100_000 + Math.floor(status / 100) * 1_000 + (status % 100);
}

function errorOf(status: number, code: number, message: string): Outcome {
  return { status, body: { message: { content: message }, code, request_id: randomIds.uuid(), data: null } };
}
