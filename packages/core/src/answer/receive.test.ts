import { describe, expect, test } from "vitest";
import { receive } from "./receive.ts";

const enough = 1_000;

/** A body that comes in the given pieces, then ends; it tells whether it was cancelled. */
function bodyOf(chunks: readonly Uint8Array[]): { body: ReadableStream<Uint8Array>; wasCancelled: () => boolean } {
  let cancelled = false;
  let next = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        const chunk = chunks[next++];
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel: () => {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, wasCancelled: () => cancelled };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

describe("receive", () => {
  test("gives status, headers, text and what the text holds", async () => {
    const response = new Response('{"a":1}', { status: 418, headers: { "response-id": "r1" } });
    const answer = await receive(response, enough);
    expect(answer).toMatchObject({ status: 418, text: '{"a":1}', json: { a: 1 } });
    expect(answer.headers.get("response-id")).toBe("r1");
  });

  test.each(["<html></html>", '{"cut": "of', ""])("keeps a text that isn't JSON: %s", async (text) => {
    expect(await receive(new Response(text), enough)).toMatchObject({ text, json: undefined });
  });

  test("gives an empty text where there is no body", async () => {
    expect(await receive(new Response(null, { status: 204 }), enough)).toMatchObject({ text: "", json: undefined });
  });

  test("joins code points that were split between chunks", async () => {
    const text = '{"name":"é漢😀"}';
    const { body } = bodyOf([...utf8(text)].map((byte) => Uint8Array.of(byte)));
    expect(await receive(new Response(body), enough)).toMatchObject({ text, json: { name: "é漢😀" } });
  });

  test("reads JSON behind a byte order mark", async () => {
    expect((await receive(new Response(utf8('\ufeff{"a":1}')), enough)).json).toEqual({ a: 1 });
  });

  test("puts the replacement character for bytes that aren't UTF-8", async () => {
    expect((await receive(new Response(Uint8Array.of(0x61, 0xff, 0xe6)), enough)).text).toBe("a\ufffd\ufffd");
  });

  test("reads a body of exactly the limit, in bytes", async () => {
    expect((await receive(new Response("é".repeat(4)), 8)).text).toBe("éééé");
  });

  test("refuses a larger body, and frees its connection without reading on", async () => {
    const { body, wasCancelled } = bodyOf(Array.from({ length: 100 }, () => utf8("12345")));
    expect(await receive(new Response(body), 8)).toMatchObject({ status: 200, text: undefined, json: undefined });
    expect(wasCancelled()).toBe(true);
  });

  test.each([300, 301, 302, 303, 304, 307, 308, 399])("refuses a redirect with status %i", async (status) => {
    const { body, wasCancelled } = bodyOf([utf8("{}")]);
    const response =
      status === 304 ? { status, headers: new Headers(), type: "basic", body } : new Response(body, { status });
    expect(await receive(response as Response, enough)).toMatchObject({ status, text: undefined, json: undefined });
    expect(wasCancelled()).toBe(true);
  });

  test("refuses an opaque redirect, as browsers make one", async () => {
    const response = { status: 0, headers: new Headers(), type: "opaqueredirect", body: null } as Response;
    expect(await receive(response, enough)).toMatchObject({ status: 0, text: undefined });
  });

  test("fails with a body that breaks off", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
    await expect(receive(new Response(body), enough)).rejects.toThrow("reset");
  });
});
