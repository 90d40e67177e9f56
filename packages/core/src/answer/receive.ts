import type { Answer } from "./answer.ts";

/**
 * Reads a response to its end, unless it is a redirect (following one would carry the credentials to another place) or too large.
 *
 * @param maxBytes - The largest body to read.
 */
export async function receive({ status, headers, type, body }: Response, maxBytes: number): Promise<Answer> {
  const isRedirect = type === "opaqueredirect" || (status >= 300 && status < 400);
  const text = await readText(body, isRedirect ? -1 : maxBytes);
  let json: unknown;
  try {
    json = JSON.parse(text as string);
  } catch {
    // Its status may still tell what it is.
  }
  return { status, headers, text, json };
}

/** A body as text; `undefined`, and its connection set free, when it is larger than the limit. */
async function readText(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<string | undefined> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; size <= maxBytes; ) {
    const chunk = await reader?.read();
    if (!chunk?.value) return text + decoder.decode();
    size += chunk.value.byteLength;
    text += decoder.decode(chunk.value, { stream: true });
  }
  await reader?.cancel();
  return undefined;
}
