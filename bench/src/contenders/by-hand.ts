import { type Contender, customerId, enveloped, newCustomer, type Target } from "./contender.ts";
import { signedHeaders } from "./signature.ts";

const timeLimitMs = 30_000;
const maxBytes = 10 * 1_024 ** 2;

/** Code for this one API that does on the way of success what the client does: sign, limit time and size, check the envelope. */
export function byHand({ baseUrl, fetch }: Target): Contender {
  async function send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | null,
  ): Promise<unknown> {
    const controller = new AbortController();
    const timer = setTimeout(
      () => controller.abort(new Error(`expected an answer within ${timeLimitMs} ms`)),
      timeLimitMs,
    );
    try {
      const init = { method, headers, body, redirect: "manual", signal: controller.signal } as const;
      const response = await fetch(baseUrl + path, init);
      if (!response.ok) throw new Error(`expected status 2xx, found ${response.status}`);
      const { code, message, data } = JSON.parse(await readText(response));
      if (code !== "00000" && code !== "0000") throw new Error(`${code}: ${message}`);
      return data;
    } finally {
      clearTimeout(timer);
    }
  }
  return {
    name: "hand-written",
    isSigned: true,
    get() {
      const headers = { accept: "application/json", ...signedHeaders([customerId, "", ""]) };
      return send("GET", `/V2022-03/customers/${encodeURIComponent(customerId)}`, headers, null);
    },
    create() {
      const body = JSON.stringify(newCustomer);
      const contentType = "application/json; charset=UTF-8";
      const headers = { accept: "application/json", "content-type": contentType, ...signedHeaders(["", "", body]) };
      return send("POST", "/V2022-03/customers", headers, body);
    },
    customerOf: (result) => result,
  };
}

/** `fetch` and nothing else: the floor. */
export function bareFetch({ baseUrl, fetch }: Target): Contender {
  return {
    name: "bare fetch and JSON.parse, unsigned",
    isSigned: false,
    get: async () => JSON.parse(await (await fetch(`${baseUrl}/V2022-03/customers/${customerId}`)).text()),
    create: async () => {
      const init = { method: "POST", body: JSON.stringify(newCustomer) };
      return JSON.parse(await (await fetch(`${baseUrl}/V2022-03/customers`, init)).text());
    },
    customerOf: enveloped,
  };
}

async function readText({ body }: Response): Promise<string> {
  if (!body) return "";
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let size = 0; ; ) {
    const { value } = await reader.read();
    if (!value) return text + decoder.decode();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new Error(`expected at most ${maxBytes} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
