// Ping++'s behaviour: what specs/pingxx/openapi.yaml can't say.
import { type OperationId, spec } from "../generated/pingxx.ts";
import type { Credentials } from "../options.ts";
import type { Context, Provider } from "../provider.ts";
import type { RefusalKind } from "../refusal.ts";
import { authenticator } from "./authenticate.ts";
import { handlers as customerHandlers } from "./customers.ts";
import { handlers as sourceHandlers } from "./sources.ts";

/** The statuses and types are documented; where their meanings leave open which goes with what, it is inferred. */
const errors: Readonly<Record<RefusalKind, readonly [status: number, type: string]>> = {
  address: [404, "invalid_request_error"],
  credentials: [401, "invalid_request_error"],
  permission: [401, "invalid_request_error"],
  signature: [401, "invalid_request_error"],
  time: [401, "invalid_request_error"],
  repeated: [400, "invalid_request_error"],
  invalid: [400, "invalid_request_error"],
  unknown: [404, "invalid_request_error"],
  conflict: [400, "invalid_request_error"],
  declined: [402, "card_error"],
  fault: [500, "api_error"],
};

/** The type that goes best with a status. */
function typeOf(status: number): string {
  const [, type] = Object.values(errors).find(([own]) => own === status) ?? [];
  return type ?? (status < 500 ? "invalid_request_error" : "api_error");
}

/** Makes Ping++'s behaviour. */
export function createPingxx(context: Context<Credentials["pingxx"]>): Provider<OperationId> {
  return {
    spec,
    collections: ["pingxx.customers"],
    // The list's sample URL ends in `/customers/?limit=3`.
    trailingSlash: true,
    // The create sample is curl's `-d` with JSON: its content type says that it is a form.
    anyContentType: true,
    authenticate: authenticator(context),
    handlers: { ...customerHandlers(context), ...sourceHandlers(context) },
    refuse({ kind, message, field }) {
      const [status, type] = errors[kind];
      return { status, body: { error: { type, message, ...(field && { param: bracketed(field) }) } } };
    },
    error({ status = 400, code }, message) {
      if (code !== undefined && (typeof code !== "string" || code === "")) {
        throw new TypeError(`expected a text, such as "invalid_card", found ${code}`);
      }
      return { status, body: { error: { type: typeOf(status), message, ...(code !== undefined && { code }) } } };
    },
    // The provider's Node SDK waits for a new connection at each request, and for ever at one that is kept alive.
    answerHeaders: async (request): Promise<Readonly<Record<string, string>>> =>
      /^Pingpp\/\S+ NodeBindings\//.test(request.get("user-agent") ?? "") ? { connection: "close" } : {},
  };
}

/** A field as the provider writes it: `sms_code[code]`, `expand[0]`. */
function bracketed(field: string): string {
  const [first = "", ...inner] = field.split(".");
  return first.replace(/\[\]$/, "") + inner.map((name) => `[${name}]`).join("");
}
