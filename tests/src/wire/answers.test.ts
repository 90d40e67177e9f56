// Whatever comes back, a call gives what the specification promises, or throws an error that says what came.
import { gzipSync } from "node:zlib";
import { type ApiError, InvalidResponseError, ServerError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { failure } from "../support/failure.ts";
import { ways } from "../support/providers/all.ts";
import { html, json, nothing, type Reply, serve, text } from "../support/server.ts";

const kibibyte = 1_024;
const bomb = gzipSync(Buffer.alloc(16 * kibibyte * kibibyte, " "));

/** An answer without an end. It says through `onClose` when the client has had enough of it. */
function endless(onClose: () => void): Reply {
  return (response) => {
    const chunk = "x".repeat(16 * kibibyte);
    const fill = () => {
      while (!response.destroyed && response.write(chunk)) {}
    };
    response.on("close", onClose).on("drain", fill).writeHead(200, { "content-type": "application/json" });
    fill();
  };
}

describe.each(ways)("$way", ({ connect, answers }) => {
  async function errorFor(reply: Reply, options: { maxResponseBytes?: number } = {}): Promise<ApiError> {
    const server = await serve(reply);
    const { byId } = connect({ ...options, baseUrl: server.url, maxRetries: 0 });
    const error = await failure<ApiError>(byId.get("cus_1"));
    expect(server.requests).toHaveLength(1);
    expect(error.message).not.toMatch(/<|doctype/);
    return error;
  }

  test.each([
    ["200 with HTML", html(200), 200],
    ["201 with HTML", html(201), 201],
    ["204 where a body is due", nothing(204), 204],
    ["200 with an empty body", nothing(200, { "content-length": "0" }), 200],
    ["200 with cut-off JSON", text('{"code":"00000","data":{"customerId":"cus', "application/json"), 200],
    ["200 with two JSON values", text('{"code":"00000"}{"code":"00000"}', "application/json"), 200],
    ["200 with JSON that is a text", json("success"), 200],
    ["200 with JSON null", json(null), 200],
    ["304", nothing(304, { etag: '"1"' }), 304],
    ["300 with JSON", json(answers.get, 300), 300],
  ])("%s is an InvalidResponseError", async (_, reply, status) => {
    const error = await errorFor(reply);
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error).toMatchObject({ name: "InvalidResponseError", status, operation: "customers.get", attempts: 1 });
  });

  test("what came stays readable for the program", async () => {
    const error = await errorFor(html(200));
    expect(error.body).toMatch(/Just a moment/);
    expect(error.headers.get("content-type")).toBe("text/html");
  });

  test.each([
    ["502 with HTML", html(502), 502],
    ["an empty 500", nothing(500, { "content-length": "0" }), 500],
    ["an empty 503 in chunks", nothing(503), 503],
    ["500 with cut-off JSON", text('{"code":', "application/json", 500), 500],
  ])("%s is a ServerError", async (_, reply, status) => {
    const error = await errorFor(reply);
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ name: "ServerError", status, operation: "customers.get", attempts: 1 });
  });

  test.each([
    ["one byte more than maxResponseBytes", text("x".repeat(kibibyte + 1), "application/json")],
    ["16 MiB in a few kilobytes of gzip", text(bomb, "application/json", 200, { "content-encoding": "gzip" })],
    ["too large an error", text("x".repeat(kibibyte + 1), "text/plain", 500)],
  ])("%s is refused", async (_, reply) => {
    const error = await errorFor(reply, { maxResponseBytes: kibibyte });
    expect(error).toBeInstanceOf(InvalidResponseError);
    expect(error.body).toBeUndefined();
  });

  test("an answer without an end is given up, and its connection set free", async () => {
    let isClosed = () => {};
    const closed = new Promise<void>((resolve) => {
      isClosed = resolve;
    });
    const error = await errorFor(endless(isClosed), { maxResponseBytes: kibibyte });
    expect(error).toBeInstanceOf(InvalidResponseError);
    await closed;
  });

  test("an answer of exactly maxResponseBytes is read", async () => {
    const body = JSON.stringify(answers.get);
    const server = await serve(text(body, "application/json"));
    const { byId } = connect({ baseUrl: server.url, maxResponseBytes: Buffer.byteLength(body) });
    await expect(byId.get("cus_1")).resolves.toBeDefined();
  });

  test("JSON is read whatever its media type, and with a byte order mark", async () => {
    const server = await serve(text(`\ufeff${JSON.stringify(answers.get)}`, "text/plain;charset=UTF-8"));
    await expect(connect({ baseUrl: server.url }).byId.get("cus_1")).resolves.toBeDefined();
  });

  test("a character that the network cuts in pieces arrives whole", async () => {
    const body = JSON.stringify(answers.get).replace(/("(?:id|customerId|customer_id)":")/, "$1夜");
    const server = await serve(text(body, "application/json"));
    const bytewise = async (url: string, init: RequestInit) => {
      const { status, body } = await fetch(url, init);
      const cut = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          for (const byte of chunk) controller.enqueue(Uint8Array.of(byte));
        },
      });
      return new Response(body?.pipeThrough(cut), { status });
    };
    const value = await connect({ baseUrl: server.url, fetch: bytewise }).byId.get("cus_1");
    expect(JSON.stringify(value)).toContain('"夜');
  });
});
