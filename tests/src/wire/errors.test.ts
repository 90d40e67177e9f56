// Each provider says an error in its own way, inside HTTP 200 or not; the client says it in one.
import {
  ApiError,
  AuthenticationError,
  ClockSkewError,
  ConflictError,
  InvalidRequestError,
  InvalidResponseError,
  NotFoundError,
  RateLimitError,
  ServerError,
} from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { json, serve } from "../support/server.ts";

type Kind = typeof ApiError | typeof ClockSkewError;

const byStatus: readonly (readonly [status: number, kind: Kind])[] = [
  [400, InvalidRequestError],
  [401, AuthenticationError],
  [402, InvalidRequestError],
  [403, AuthenticationError],
  [404, NotFoundError],
  [405, ApiError],
  [409, ConflictError],
  [422, InvalidRequestError],
  [429, RateLimitError],
  [500, ServerError],
  [503, ServerError],
];

/** Errors in HTTP 200, by their code; `undefined` where the provider's error has none that the client can know. */
const in200: Readonly<Record<string, readonly (readonly [body: object, kind: Kind, code: string | undefined])[]>> = {
  AsiaBill: [
    [{ code: "L0001", message: "m" }, AuthenticationError, "L0001"],
    [{ code: "L0002", message: "m" }, InvalidRequestError, "L0002"],
    [{ code: "L0003", message: "m" }, ClockSkewError, "L0003"],
    [{ code: "L0004", message: "m" }, ConflictError, "L0004"],
    [{ code: "L0005", message: "m" }, AuthenticationError, "L0005"],
    [{ code: "P0001", message: "m", data: null }, InvalidRequestError, "P0001"],
    [{ code: "P7777", message: "m", data: {} }, InvalidRequestError, "P7777"],
    [{ code: "S0001", message: "m" }, ServerError, "S0001"],
    [{ code: "X0001", message: "m", data: { customerId: "cus_1" } }, ApiError, "X0001"],
    [{ code: 90_001, message: "m" }, ApiError, "90001"],
    [{ code: "000000", message: "m" }, ApiError, "000000"],
  ],
  Finan: [
    [{ code: 104_000, message: { content: "m" } }, ApiError, "104000"],
    [{ code: "104004", message: { content: "m" }, data: null }, ApiError, "104004"],
    [{ code: 105_000, message: { content: "m" } }, ServerError, "105000"],
  ],
  Lumyri: [
    [{ error: { message: "m" }, data: null }, ApiError, undefined],
    [{ error: "m", data: { id: "c1" } }, ApiError, undefined],
    [{ error: false }, ApiError, undefined],
  ],
  "Ping++": [
    [{ error: { type: "api_error", message: "m" } }, ApiError, undefined],
    [{ error: { type: "card_error", message: "m", code: "card_declined" }, id: "cus_1" }, ApiError, "card_declined"],
  ],
};

describe.each(ways)("$way", ({ name, way, connect, refusal }) => {
  const isApi = way.endsWith("api");

  /** What a get throws, or what `/api` has in `error`. */
  async function outcome(body: unknown, status: number): Promise<{ thrown?: ApiError; error?: unknown }> {
    const server = await serve(json(body, status));
    const call = connect({ baseUrl: server.url, maxRetries: 0 }).byId.get("cus_1");
    if (!isApi) return { thrown: await failure<ApiError>(call) };
    const { data, error, response } = (await call) as { data?: unknown; error?: unknown; response: Response };
    expect(data).toBeUndefined();
    expect(response.status).toBe(status);
    return { error };
  }

  test.each(byStatus)("HTTP %i", async (status, usual) => {
    const { body } = refusal("what went wrong", status);
    const { thrown, error } = await outcome(body, status);
    if (isApi) {
      expect(error).toEqual(body);
    } else {
      // Ping++ reports its rate limit so.
      const kind = name === "Ping++" && status === 403 ? RateLimitError : usual;
      expect(thrown?.constructor).toBe(name === "AsiaBill" ? InvalidRequestError : kind);
      expect(thrown?.body).toEqual(body);
      expect(thrown).toMatchObject({ status, operation: "customers.get", attempts: 1 });
    }
  });

  test.each(in200[name] ?? [])("HTTP 200 with %j", async (body, kind, code) => {
    const { thrown, error } = await outcome(body, 200);
    if (isApi) {
      expect(error).toEqual(body);
    } else {
      expect(thrown?.constructor).toBe(kind);
      expect(thrown).toBeInstanceOf(ApiError);
      expect(thrown).toMatchObject({ name: kind.name, status: 200, code, attempts: 1 });
      expect(thrown?.body).toEqual(body);
    }
  });

  test("JSON without what tells success from failure is no success", async () => {
    const told = name === "AsiaBill" || name === "Finan";
    const server = await serve(json({ data: { id: "c1" } }));
    const call = connect({ baseUrl: server.url }).byId.get("cus_1");
    // The other two wrap no success: whatever isn't an error is the customer.
    if (told) expect(await failure(call)).toBeInstanceOf(InvalidResponseError);
    else await expect(call).resolves.toBeDefined();
  });
});
