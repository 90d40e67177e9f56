import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "./text.fixture.ts";
import {
  equalInConstantTime,
  type WebhookHeaders,
  WebhookVerificationError,
  webhookEvent,
  webhookHeader,
  webhookText,
} from "./webhook.ts";

describe("webhookHeader", () => {
  test.each<[string, WebhookHeaders]>([
    ["fetch's headers", new Headers({ "Sign-Info": "abc" })],
    ["a plain object", { "sign-info": "abc" }],
    ["any case", { "SIGN-Info": "abc", "x-sign-info": "no" }],
    ["Node's headers", { "sign-info": "abc", "set-cookie": ["a", "b"], missing: undefined }],
    ["a list of one", { "sign-info": ["abc"] }],
    ["a name that is there without a value", { "sign-info": "abc", "Sign-Info": undefined }],
  ])("finds a header in %s", (_, headers) => {
    expect(webhookHeader(headers, "sign-info")).toBe("abc");
  });

  test.each<[string, WebhookHeaders]>([
    ["missing", {}],
    ["missing in fetch's headers", new Headers()],
    ["there without a value", { "sign-info": undefined }],
    ["an empty list", { "sign-info": [] }],
    ["there twice", { "sign-info": ["a", "b"] }],
    ["there in two cases", { "sign-info": "a", "Sign-Info": "b" }],
    ["there twice with one value", { "sign-info": "a", "Sign-Info": "a" }],
  ])("refuses one that is %s", (_, headers) => {
    expect(() => webhookHeader(headers, "sign-info")).toThrow(WebhookVerificationError);
    expect(() => webhookHeader(headers, "sign-info")).toThrow(/sign-info/);
  });

  test("doesn't take for one header what fetch joined from two", () => {
    const headers = new Headers([
      ["sign-info", "a"],
      ["sign-info", "b"],
    ]);
    expect(webhookHeader(headers, "sign-info")).toBe("a, b");
  });

  test("finds no inherited property", () => {
    expect(() => webhookHeader({}, "constructor")).toThrow(WebhookVerificationError);
  });
});

describe("webhookText", () => {
  test("gives a text as it is, and bytes as UTF-8 with their byte order mark", () => {
    expect(webhookText("\ufeffé")).toBe("\ufeffé");
    expect(webhookText(new TextEncoder().encode("\ufeffé😀"))).toBe("\ufeffé😀");
    expect(webhookText(Buffer.from("é"))).toBe("é");
  });

  test("puts the replacement character for bytes that aren't UTF-8", () => {
    expect(webhookText(Uint8Array.of(0x61, 0xff))).toBe("a\ufffd");
  });
});

describe("webhookEvent", () => {
  test("gives what the body holds", () => {
    expect(webhookEvent(true, '{"type":"refund.success"}')).toEqual({ type: "refund.success" });
  });

  test("refuses a body that isn't the signed one, before it parses it", () => {
    expect(() => webhookEvent(false, "{}")).toThrow(/signature/);
    expect(() => webhookEvent(false, "no JSON")).toThrow(/signature/);
    expect(() => webhookEvent(false, "{}")).toThrow(WebhookVerificationError);
  });

  test.each(["", "success", "{", "\ufeff{}"])("refuses the body %j, which isn't JSON, and doesn't show it", (text) => {
    expect(() => webhookEvent(true, text)).toThrow(WebhookVerificationError);
    expect(() => webhookEvent(true, text)).toThrow(/^webhook: expected a JSON body$/);
  });
});

describe("equalInConstantTime", () => {
  test("says whether two texts are equal", () => {
    const pair = fc.oneof(
      fc.tuple(anyText, anyText),
      anyText.map((text) => [text, text] as const),
      fc.tuple(anyText, anyText).map(([a, b]) => [a, a + b] as const),
      fc.tuple(anyText, anyText).map(([a, b]) => [a + b, a] as const),
    );
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(equalInConstantTime(a, b)).toBe(a === b);
      }),
    );
  });

  test("isn't taken in by a text that repeats the other", () => {
    expect(equalInConstantTime("abab", "ab")).toBe(false);
    expect(equalInConstantTime("ab", "abab")).toBe(false);
    expect(equalInConstantTime("\0", "")).toBe(false);
    expect(equalInConstantTime("", "\0")).toBe(false);
  });
});
