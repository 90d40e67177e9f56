// A clock that is off is told from a wrong key, where the provider says how far off it may be.
import { AuthenticationError, ClockSkewError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { asiabill } from "../support/providers/asiabill.ts";
import { json, nothing, serve } from "../support/server.ts";

const minute = 60_000;
const noon = Date.UTC(2026, 0, 1, 12);
const date = new Date(noon).toUTCString();

const tolerances: Readonly<Record<string, number>> = { AsiaBill: 10 * minute, Finan: 30_000 };

describe.each(ways)("$way", ({ name, connect }) => {
  const tolerance = tolerances[name] ?? Number.POSITIVE_INFINITY;

  async function refusedAt(
    now: number,
    headers: Readonly<Record<string, string>> = { date },
  ): Promise<AuthenticationError> {
    const server = await serve((response, request) => {
      response.sendDate = false;
      nothing(401, headers)(response, request);
    });
    return failure(connect({ baseUrl: server.url, now: () => now }).byId.get("cus_1"));
  }

  test.each([-1, 1])(
    "beyond the provider's tolerance it is a ClockSkewError with both times: %i",
    async (direction) => {
      const now = noon + direction * (Number.isFinite(tolerance) ? tolerance + 1 : minute ** 2);
      const error = await refusedAt(now);
      if (tolerance === Number.POSITIVE_INFINITY) {
        expect(error.constructor).toBe(AuthenticationError);
      } else {
        expect(error.constructor).toBe(ClockSkewError);
        expect(error).toMatchObject({ status: 401, clientTime: new Date(now), serverTime: new Date(noon) });
      }
    },
  );

  test.each([-1, 0, 1])("within it, it is an AuthenticationError: %i", async (direction) => {
    const error = await refusedAt(noon + direction * (Number.isFinite(tolerance) ? tolerance : 0));
    expect(error.constructor).toBe(AuthenticationError);
  });

  test("without the provider's time it is an AuthenticationError", async () => {
    for (const headers of [{}, { date: "yesterday" }]) {
      expect((await refusedAt(0, headers)).constructor).toBe(AuthenticationError);
    }
  });
});

test("AsiaBill's own code for it needs no Date header", async () => {
  const server = await serve((response, request) => {
    response.sendDate = false;
    json({ code: "L0003", message: "request-time out of range" })(response, request);
  });
  const { byId } = asiabill.ways.methods({ baseUrl: server.url, now: () => noon });
  const error = await failure<ClockSkewError>(byId.get("cus_1"));
  expect(error).toBeInstanceOf(ClockSkewError);
  expect(error).toMatchObject({ code: "L0003", status: 200, clientTime: new Date(noon) });
  expect(error.serverTime.getTime()).toBeNaN();
});
