// Requests signed by a few lines that share no code with the sandbox or the clients.
import { createHash, createHmac, sign } from "node:crypto";
import type { ProviderName } from "../options.ts";
import type { Sandbox } from "../sandbox.ts";

/** An answer, read. */
export interface Received {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of many shapes.
  readonly body: any;
  /** Why it was refused, decoded. */
  readonly reason: string;
  readonly headers: Headers;
}

/** What a test can do to a request that would otherwise be right. A header that is undefined is left out. */
export interface Changes {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Sent in place of the body's JSON. */
  readonly text?: string | Uint8Array;
}

/** Sends a request to a provider, signed as its documentation says. */
export type Send = (method: string, target: string, body?: unknown, changes?: Changes) => Promise<Received>;

/** Makes a sender for each provider. */
export function senders(sandbox: Sandbox, pingxxPrivateKey?: string): Readonly<Record<ProviderName, Send>> {
  let count = 0;
  const { asiabill, finan, lumyri, pingxx } = sandbox.credentials;
  const seconds = () => String(Math.floor(sandbox.clock.now() / 1_000));
  return {
    asiabill: sender(sandbox, "asiabill", (_, target, text) => {
      const head = [asiabill.gatewayNo, `request-${++count}`, String(sandbox.clock.now())];
      const [path = "", query = ""] = target.split("?");
      const id = decodeURIComponent(path.split("/")[3] ?? "");
      const values = [...new URLSearchParams(query)].sort().map(([, value]) => value);
      const signed = [head.join(""), id, values.join(""), text].filter((part) => part !== "").join(".");
      return {
        "gateway-no": head[0],
        "request-id": head[1],
        "request-time": head[2],
        "sign-info": createHmac("sha256", asiabill.signKey).update(signed).digest("hex"),
      };
    }),
    finan: sender(sandbox, "finan", (method, target, text) => {
      const timestamp = seconds();
      const signed = `${finan.secret}_${method}_${target}_${text}_${timestamp}`;
      return {
        "x-client-id": finan.clientId,
        "x-timestamp": timestamp,
        "x-signature": createHash("sha256").update(signed).digest("hex"),
      };
    }),
    lumyri: sender(sandbox, "lumyri", () => ({
      authorization: `Bearer ${lumyri.accessToken}`,
      "x-app-id": lumyri.appId,
    })),
    pingxx: sender(sandbox, "pingxx", (_, target, text) => {
      const authorization = `Basic ${Buffer.from(`${pingxx.apiKey}:`).toString("base64")}`;
      if (!pingxxPrivateKey) return { authorization };
      const timestamp = seconds();
      const signature = sign("sha256", Buffer.from(text + target + timestamp), pingxxPrivateKey).toString("base64");
      return {
        authorization,
        "pingplusplus-request-timestamp": timestamp,
        "pingplusplus-signature": signature,
      };
    }),
  };
}

function sender(
  sandbox: Sandbox,
  provider: ProviderName,
  signed: (method: string, target: string, text: string) => Readonly<Record<string, string | undefined>>,
): Send {
  return async (method, target, body, changes = {}) => {
    const sent = changes.text ?? (body === undefined ? undefined : JSON.stringify(body));
    const text = typeof sent === "string" ? sent : new TextDecoder().decode(sent);
    const headers = {
      ...(sent !== undefined && { "content-type": "application/json; charset=UTF-8" }),
      ...signed(method, target, text),
      ...changes.headers,
    };
    const response = await sandbox.fetch(sandbox.urls[provider] + target, {
      method,
      headers: Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ...(sent !== undefined && { body: sent as BodyInit }),
    });
    return {
      status: response.status,
      body: await response.json(),
      reason: decodeURIComponent(response.headers.get("x-sandbox-reason") ?? ""),
      headers: response.headers,
    };
  };
}
