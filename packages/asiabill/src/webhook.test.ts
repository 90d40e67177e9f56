import { InvalidArgumentError, WebhookVerificationError } from "@customer-clients/core";
import { describe, expect, test } from "vitest";
import { sign } from "./auth.ts";
import vectors from "./vectors.fixture.json" with { type: "json" };
import { type AsiaBillWebhook, verifyWebhook } from "./webhook.ts";

const { headers, body: rawBody, gatewayNo, signKey, signInfo } = vectors.computed.webhook;
const time = Number(headers["request-time"]);

/** The vector as it comes in. */
const genuine: AsiaBillWebhook = {
  gatewayNo,
  signKey,
  rawBody,
  headers: { ...headers, "sign-info": signInfo },
  now: () => time,
};

const without = (name: string) => Object.fromEntries(Object.entries(genuine.headers).filter(([key]) => key !== name));

/** The vector with another body, signed by who has the key. */
async function signed(rawBody: string | Uint8Array, body: string): Promise<AsiaBillWebhook> {
  const requestTime = headers["request-time"];
  const parts = { gatewayNo, requestId: headers["request-id"], requestTime, version: headers.version, body };
  return { ...genuine, rawBody, headers: { ...headers, "sign-info": await sign(parts, signKey) } };
}

describe("a genuine webhook", () => {
  test.each<[string, Partial<AsiaBillWebhook>]>([
    ["as the vector has it", {}],
    ["with its body as bytes", { rawBody: new TextEncoder().encode(rawBody) }],
    ["with its body as a Buffer", { rawBody: Buffer.from(rawBody) }],
    ["with fetch's headers", { headers: new Headers({ ...headers, "sign-info": signInfo }) }],
    ["with its signature in capitals", { headers: { ...headers, "sign-info": signInfo.toUpperCase() } }],
    [
      "with header names in capitals",
      {
        headers: {
          "REQUEST-ID": headers["request-id"],
          "Request-Time": headers["request-time"],
          VERSION: headers.version,
          "Sign-Info": signInfo,
        },
      },
    ],
    [
      "with Node's headers",
      { headers: { ...genuine.headers, host: "example.com", "set-cookie": ["a"], absent: undefined } },
    ],
    ["10 minutes old", { now: () => time + 600_000 }],
    ["10 minutes ahead", { now: () => time - 600_000 }],
    ["as old as is allowed", { now: () => time + 5, toleranceMs: 5 }],
  ])("is accepted %s", async (_, change) => {
    expect(await verifyWebhook({ ...genuine, ...change })).toEqual(JSON.parse(rawBody));
  });

  test("may hold any Unicode, as text or as bytes", async () => {
    const body = '{"name":"é漢😀"}';
    expect(await verifyWebhook(await signed(body, body))).toEqual({ name: "é漢😀" });
    expect(await verifyWebhook(await signed(new TextEncoder().encode(body), body))).toEqual({ name: "é漢😀" });
  });

  test("is judged by the clock of the moment", async () => {
    const { now: _, ...unclocked } = genuine;
    await expect(verifyWebhook(unclocked)).rejects.toBeInstanceOf(WebhookVerificationError);
  });
});

describe("a webhook that can't be trusted", () => {
  test.each<[string, Partial<AsiaBillWebhook>]>([
    ["another body", { rawBody: rawBody.replace("A/1", "A/2") }],
    ["a body with one space more", { rawBody: `${rawBody} ` }],
    ["no body", { rawBody: "" }],
    ["a byte order mark that wasn't signed", { rawBody: new TextEncoder().encode(`\ufeff${rawBody}`) }],
    ["bytes that aren't UTF-8", { rawBody: Uint8Array.of(...new TextEncoder().encode(rawBody), 0xff) }],
    ["another id", { headers: { ...genuine.headers, "request-id": "77002" } }],
    ["another time", { headers: { ...genuine.headers, "request-time": String(time + 1) } }],
    ["another version", { headers: { ...genuine.headers, version: "V2022-04" } }],
    ["another signature", { headers: { ...genuine.headers, "sign-info": signInfo.replace("e", "f") } }],
    ["an empty signature", { headers: { ...genuine.headers, "sign-info": "" } }],
    ["two signatures", { headers: { ...genuine.headers, "Sign-Info": signInfo } }],
    ["another gateway", { gatewayNo: "12246003" }],
    ["another key", { signKey: "12H4567s" }],
    ["a time more than 10 minutes ago", { now: () => time + 600_001 }],
    ["a time more than 10 minutes ahead", { now: () => time - 600_001 }],
    ["a time that isn't within the tolerance", { now: () => time + 6, toleranceMs: 5 }],
    ["a clock that has no time", { now: () => Number.NaN }],
  ])("is refused for %s", async (_, change) => {
    await expect(verifyWebhook({ ...genuine, ...change })).rejects.toBeInstanceOf(WebhookVerificationError);
  });

  test.each(["request-id", "request-time", "version", "sign-info"])("is refused without %s", async (name) => {
    const failure = verifyWebhook({ ...genuine, headers: without(name) });
    await expect(failure).rejects.toBeInstanceOf(WebhookVerificationError);
    await expect(failure).rejects.toThrow(name);
  });

  test("is refused when its signed time is no time", async () => {
    const parts = { gatewayNo, requestId: "1", requestTime: "soon", version: "", body: "{}" };
    const own = { "request-id": "1", "request-time": "soon", version: "", "sign-info": await sign(parts, signKey) };
    await expect(verifyWebhook({ ...genuine, rawBody: "{}", headers: own })).rejects.toThrow(/request-time/);
  });

  test.each(["success", "", '\ufeff{"a":1}'])("is refused when its signed body isn't JSON: %j", async (body) => {
    await expect(verifyWebhook(await signed(body, body))).rejects.toThrow(/^webhook: expected a JSON body$/);
  });
});

test("credentials that can't be right are an InvalidArgumentError, without their value", async () => {
  for (const wrong of [{ gatewayNo: "1224600" }, { signKey: "" }, { signKey: "12H4567r\n" }]) {
    const failure = verifyWebhook({ ...genuine, ...wrong });
    await expect(failure).rejects.toBeInstanceOf(InvalidArgumentError);
    await expect(failure).rejects.toThrow(/^(?!.*(1224600|12H4567r))/);
  }
});
