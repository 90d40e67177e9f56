// Lumyri's behaviour: what specs/lumyri/openapi.yaml can't say.
import { tokenOf } from "../authorization.ts";
import { type OperationId, spec } from "../generated/lumyri.ts";
import type { Credentials } from "../options.ts";
import type { Context, Provider } from "../provider.ts";
import { Refusal, type RefusalKind } from "../refusal.ts";
import { handlers } from "./customers.ts";

/** The statuses are documented; which of them an unknown path or a body that is too large gets is inferred. */
const statuses: Readonly<Record<RefusalKind, number>> = {
  address: 404,
  credentials: 401,
  permission: 403,
  signature: 401,
  time: 401,
  repeated: 409,
  invalid: 400,
  unknown: 404,
  conflict: 409,
  declined: 402,
  fault: 500,
};

/** Makes Lumyri's behaviour. */
export function createLumyri(context: Context<Credentials["lumyri"]>): Provider<OperationId> {
  const { accessToken, appId } = context.credentials;
  return {
    spec,
    collections: ["lumyri.customers"],
    async authenticate({ headers }) {
      // Basic, with the token as the user name, stands in one sentence of the documentation.
      if (tokenOf(headers) !== accessToken) {
        throw new Refusal("credentials", "no valid access token", {
          reason: "authorization: expected Bearer and the access token",
        });
      }
      // That an application of somebody else's is refused is inferred; that the header is there, the spec checks.
      const sent = headers.get("x-app-id") ?? appId;
      if (sent !== appId) {
        throw new Refusal("permission", "no permission for this application", {
          reason: `x-app-id: expected ${appId}, found ${sent}`,
        });
      }
    },
    handlers: handlers(context),
    // That `error` is a text is inferred: no error is documented.
    refuse: ({ kind, message }) => ({ status: statuses[kind], body: { error: message, data: null } }),
    error({ status, code }, message) {
      if (status === undefined || code !== undefined) throw new TypeError("expected a status: Lumyri has no codes");
      return { status, body: { error: message, data: null } };
    },
  };
}
