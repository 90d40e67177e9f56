// A redirect is never followed: it would carry the credentials, and the customer, to another place.
import { InvalidResponseError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { json, nothing, serve } from "../support/server.ts";

describe.each(ways)("$way", ({ connect, answers }) => {
  test.each([301, 302, 303, 307, 308])("HTTP %i to another host is refused", async (status) => {
    const elsewhere = await serve(json(answers.get));
    const location = `${elsewhere.url}/customers?from=redirect`;
    const server = await serve(nothing(status, { location }));
    const { create, list, byId } = connect({ baseUrl: server.url });
    const calls = [create, list, ...Object.values(byId).map((call) => () => call("cus_1"))];
    for (const call of calls) {
      const error = await failure<Error>(call());
      expect(error).toBeInstanceOf(InvalidResponseError);
      expect(error).toMatchObject({ status, attempts: 1 });
      expect(error.message).not.toContain(location);
    }
    expect(server.requests).toHaveLength(calls.length);
    expect(elsewhere.requests).toEqual([]);
  });

  test("a redirect to the same host is refused too", async () => {
    const server = await serve(nothing(302, { location: "/elsewhere" }), json(answers.get));
    expect(await failure(connect({ baseUrl: server.url }).byId.get("cus_1"))).toBeInstanceOf(InvalidResponseError);
    expect(server.requests).toHaveLength(1);
  });
});
