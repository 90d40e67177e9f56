// AsiaBill's behaviour: what specs/asiabill/openapi.yaml can't say.
import { type AsiaBillCredentials, sign } from "@customer-clients/asiabill/signing";
import { type OperationId, spec } from "../generated/asiabill.ts";
import type { Context, Provider } from "../provider.ts";
import type { RefusalKind } from "../refusal.ts";
import { authenticator } from "./authenticate.ts";
import { handlers } from "./customers.ts";

/** What the codes mean is documented; which of them an invalid field, an unknown id and the like get is inferred. */
const codes: Readonly<Record<RefusalKind, string>> = {
  address: "L0002",
  credentials: "L0001",
  permission: "L0001",
  signature: "L0005",
  time: "L0003",
  repeated: "L0004",
  invalid: "P0002",
  unknown: "P0001",
  conflict: "P0001",
  declined: "P0001",
  fault: "S0001",
};

/** The code that goes best with a status: the provider itself answers with 200. Where none fits, one is made up. */
function codeOf(status: number): string {
  if (status === 401 || status === 403) return codes.credentials;
  if (status === 404 || status === 405) return codes.address;
  if (status === 409) return codes.repeated;
  if (status === 400 || status === 422) return codes.invalid;
  return status < 500 ? String(status) : codes.fault;
}

/** Makes AsiaBill's behaviour. */
export function createAsiaBill(context: Context<AsiaBillCredentials>): Provider<OperationId> {
  const { clock, credentials } = context;
  const { gatewayNo, signKey } = credentials;
  return {
    spec,
    collections: ["asiabill.customers", "asiabill.requests"],
    authenticate: authenticator(context),
    handlers: handlers(context),
    // Every error comes with HTTP 200 (inferred).
    refuse: ({ kind, message }) => ({ status: 200, body: { code: codes[kind], message, data: null } }),
    error({ status = 200, code = codeOf(status) }, message) {
      if (typeof code !== "string" || /^0*$/.test(code)) {
        throw new TypeError(`expected the text of a code that isn't a success, such as "S0001", found ${code}`);
      }
      return { status, body: { code, message, data: null } };
    },
    async answerHeaders(request, body) {
      const requestId = request.get("request-id");
      // An answer to nobody in particular can't be signed.
      if (requestId === null || request.get("gateway-no") !== gatewayNo) return {};
      const requestTime = String(clock.now());
      return {
        "gateway-no": gatewayNo,
        "response-id": requestId,
        "response-time": requestTime,
        // That answers are signed is documented, how they are is inferred.
        "sign-info": await sign({ gatewayNo, requestId, requestTime, body }, signKey),
      };
    },
  };
}
