// Names that JavaScript's objects have by themselves are names like any other.
import { createPingxxClient, InvalidArgumentError } from "@customer-clients/pingxx";
import { expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { json, serve } from "../support/server.ts";

const metadataText =
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"toString":"a","hasOwnProperty":"b"}';

function clientOf(baseUrl: string) {
  return createPingxxClient({ apiKey: "sk_test_key", baseUrl }).customers;
}

test("metadata with __proto__ goes there and back as it is, and changes no prototype", async () => {
  const server = await serve((response, { body }) => {
    response.end(`{"id":"cus_1","metadata":${body.slice('{"metadata":'.length, -1)}}`);
  });
  const { metadata } = await clientOf(server.url).update("cus_1", { metadata: JSON.parse(metadataText) });
  expect(server.requests[0]?.body).toBe(`{"metadata":${metadataText}}`);
  expect(JSON.stringify(metadata)).toBe(metadataText);
  expect(Object.keys(metadata ?? {})[0]).toBe("__proto__");
  expect(Object.getPrototypeOf(metadata)).toBe(Object.prototype);
  expect("isAdmin" in {}).toBe(false);
});

test("a query with __proto__ is sent as it is, on every page", async () => {
  const server = await serve(
    json({ object: "list", has_more: true, data: [{ id: "cus_2" }] }),
    json({ object: "list", has_more: false, data: [{ id: "cus_1" }] }),
  );
  const query = JSON.parse('{"__proto__":"a","constructor":"b","created":{"__proto__":1,"gt":2}}');
  const ids: string[] = [];
  for await (const { id } of clientOf(server.url).list(query)) ids.push(id);
  expect(ids).toEqual(["cus_2", "cus_1"]);
  const sent = "/v1/customers?__proto__=a&constructor=b&created%5B__proto__%5D=1&created%5Bgt%5D=2";
  expect(server.requests.map(({ target }) => target)).toEqual([sent, `${sent}&starting_after=cus_2`]);
});

test("an error with __proto__ in it is an error like any other", async () => {
  const server = await serve((response) => {
    response
      .writeHead(400)
      .end('{"__proto__":{"error":{"code":"a"}},"error":{"__proto__":{"message":"b"},"code":"c"}}');
  });
  const error = await failure<Error>(clientOf(server.url).get("cus_1"));
  expect(error).toMatchObject({ name: "InvalidRequestError", code: "c" });
  expect(error.message).not.toMatch(/a|b/);
});

test("nesting without an end, or deeper than a query can say, is refused", async () => {
  const server = await serve(json({}));
  const circle: Record<string, unknown> = {};
  circle.again = circle;
  const calls = [
    () => clientOf(server.url).update("cus_1", { metadata: circle }),
    () => clientOf(server.url).list({ created: circle }),
    () => clientOf(server.url).update("cus_1", { metadata: { count: 1n } }),
  ];
  for (const call of calls) expect(await failure(call())).toBeInstanceOf(InvalidArgumentError);
  expect(server.requests).toEqual([]);
});
