// A caller may add headers, but none that the client sets itself: two of them reach the provider as one that is wrong.
import { InvalidArgumentError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { json, serve } from "../support/server.ts";

/** A name as it is spelt in lower case, in upper case and in between. */
function spellings(name: string): string[] {
  return [name, name.toUpperCase(), name.replace(/\b\w/g, (letter) => letter.toUpperCase())];
}

describe.each(ways)("$way", ({ connect, answers, signingHeaders }) => {
  test.each([...signingHeaders, "content-type"].flatMap(spellings))("refuses %s", async (name) => {
    const server = await serve(json(answers.get));
    const { byId, create, list } = connect({ baseUrl: server.url });
    const options = { headers: { "x-before": "1", [name]: "their own", "x-behind": "2" } };
    for (const call of [create, list, (options: object) => byId.get("cus_1", options)]) {
      const error = await failure<Error>(call(options));
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(error.message).toContain(name.toLowerCase());
      expect(error.message).not.toContain("their own");
    }
    expect(server.requests).toEqual([]);
  });

  test.each([
    ["a value with a line break in it", { "x-note": "a\r\nsign-info: b" }],
    ["a name with a line break in it", { "x-note\r\nsign-info": "b" }],
    ["a value that no header can have", { "x-note": "夜" }],
    ["a name with a space", { "sign-info ": "b" }],
    ["an empty name", { "": "b" }],
  ])("refuses %s", async (_, headers) => {
    const server = await serve(json(answers.get));
    const error = await failure<Error>(
      connect({ baseUrl: server.url }).byId.get("cus_1", { headers: headers as never }),
    );
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(server.requests).toEqual([]);
  });

  test("sends any other header, and an Accept in place of its own", async () => {
    const server = await serve(json(answers.get));
    const { byId } = connect({ baseUrl: server.url });
    await byId.get("cus_1", { headers: { "X-Request-Source": "tests", Accept: "application/vnd.api+json" } });
    await byId.get("cus_1");
    expect(server.requests.map(({ headers }) => [headers["x-request-source"], headers.accept])).toEqual([
      ["tests", "application/vnd.api+json"],
      [undefined, "application/json"],
    ]);
  });
});
