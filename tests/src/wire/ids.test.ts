// An id that would address something else than the one customer never reaches the wire.
import { InvalidArgumentError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { json, serve } from "../support/server.ts";

const refused = [
  ["", "empty"],
  [".", "the collection"],
  ["..", "the path above"],
  ["../customers", "up and down again"],
  ["a/b", "a slash"],
  ["/", "nothing but a slash"],
  ["a\\b", "a backslash, which URL parsers take for a slash"],
  ["%2e%2e", "an encoded .."],
  ["%2E.", "a half encoded .."],
  ["a%2fb", "an encoded slash"],
  ["a%5Cb", "an encoded backslash"],
  ["a\nb", "a line break"],
  ["a%0d%0ab", "an encoded line break"],
  ["a\0", "a NUL"],
  ["\ud800", "half a surrogate pair, which has no encoding"],
] as const;

const encoded = [
  "a?b=c",
  "a#b",
  "a b",
  "a&b=c;d",
  "100%",
  "%25",
  "%252e%252e",
  "...",
  ".a",
  "夜",
  "a:b@c",
  "a+b",
  "~(1)'*!",
  "[1]",
  "constructor",
  "__proto__",
] as const;

describe.each(ways)("$way", ({ connect, answers, basePath, collection }) => {
  const operations = Object.keys(connect({ baseUrl: "http://127.0.0.1:1" }).byId);

  describe.each(operations)("%s", (operation) => {
    test.each(refused)("sends nothing for the id %j: %s", async (id) => {
      const server = await serve(json(answers.get));
      const call = connect({ baseUrl: server.url }).byId[operation];
      const error = await failure<InvalidArgumentError>(call?.(id) ?? Promise.resolve("no such operation"));
      expect(error).toBeInstanceOf(InvalidArgumentError);
      expect(error).toMatchObject({
        attempts: 0,
        message: expect.stringMatching(/^(customer|card)_?id: expected an id/i),
      });
      expect(server.requests).toEqual([]);
    });
  });

  test.each(encoded)("keeps the id %j within its segment of the path", async (id) => {
    const server = await serve(json(answers.get));
    await connect({ baseUrl: server.url }).byId.get(id);
    const [request] = server.requests;
    expect(request?.target).toBe(`${basePath}${collection}/${encodeURIComponent(id)}`);
    expect(new URL(request?.target ?? "", server.url).pathname).toBe(request?.target);
  });
});
