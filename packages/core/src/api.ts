// The wire-level client: openapi-fetch's typed paths and its { data, error, response }, over the same pipeline.
import type { Api } from "./api-types.ts";
import { ApiError } from "./errors/api-errors.ts";
import { InvalidArgumentError } from "./errors/invalid-argument-error.ts";
import type { Exchange } from "./exchange.ts";
import { createOpenapiFetch } from "./openapi-fetch.ts";
import type { OperationDescriptor } from "./operation.ts";
import type { CallOptions } from "./options.ts";

export type { Api } from "./api-types.ts";

interface Init extends CallOptions {
  readonly params?: { readonly path?: Record<string, string>; readonly query?: object; readonly header?: object };
  readonly body?: unknown;
  readonly parseAs?: string;
}

const options = ["params", "body", "headers", "signal", "parseAs", "timeoutMs", "maxRetries"];

/**
 * Makes a client by method and path.
 *
 * Answers keep their envelope. What the provider reports as an error, in HTTP 200 too, is in `error`; what no specification
 * describes (HTML, nothing where something is due, a lost connection) throws as it does everywhere else.
 *
 * @param exchange - The provider's pipeline.
 * @param operations - The provider's operations; a path that isn't among them is sent as JSON and judged by the same envelope.
 */
export function createApi<Paths>(exchange: Exchange, operations: readonly OperationDescriptor[]): Api<Paths> {
  const byRoute = new Map(operations.map((operation) => [`${operation.method} ${operation.path}`, operation]));
  // openapi-fetch would serialise by itself and read a body back from a Request: it only gets to see what the pipeline made.
  const client = createOpenapiFetch({
    Request: class {},
    fetch: async (request) => (request as { answer: Response }).answer,
    pathSerializer: (path) => path,
  });

  const call =
    (method: OperationDescriptor["method"]) =>
    async (path: string, init: Init = {}) => {
      const operation = byRoute.get(`${method} ${path}`) ?? {
        name: `${method} ${path}`,
        method,
        path,
        body: "application/json",
      };
      // Not within openapi-fetch, which drops what is thrown when it is falsy: an abort's reason may be.
      const answer = await respond(exchange, operation, init);
      return client[method]?.(path, { parseAs: init.parseAs, answer });
    };
  return {
    GET: call("GET"),
    POST: call("POST"),
    PUT: call("PUT"),
    PATCH: call("PATCH"),
    DELETE: call("DELETE"),
  } as unknown as Api<Paths>;
}

async function respond(exchange: Exchange, operation: OperationDescriptor, init: Init): Promise<Response> {
  const unknown = Object.keys(init).find((name) => !options.includes(name));
  if (unknown) throw new InvalidArgumentError(`${unknown}: expected only ${options.join(", ")} beside the path`);
  const { path = {}, query, header } = init.params ?? {};
  // openapi-fetch's types allow a Headers and pairs too.
  const isIterable = Symbol.iterator in Object(init.headers);
  const ownHeaders = isIterable ? Object.fromEntries(init.headers as unknown as Headers) : init.headers;
  const headers = Object.fromEntries(
    Object.entries({ ...header, ...ownHeaders }).flatMap(([name, value]) =>
      value == null ? [] : [[name, String(value)]],
    ),
  );
  try {
    const input = { path, query, body: init.body };
    const response = await exchange(
      operation,
      input,
      { ...init, headers },
      (answer) => new Response(answer.text, answer),
    );
    return response ?? new Response(null, { status: 204 });
  } catch (error) {
    if (!(error instanceof ApiError) || typeof error.body !== "object") throw error;
    // openapi-fetch tells data from error by this alone, whatever the status.
    return Object.defineProperty(new Response(JSON.stringify(error.body), error), "ok", { value: false });
  }
}
