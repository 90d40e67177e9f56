import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { provider } from "../provider.fixture.ts";
import { callerHeaders } from "./headers.ts";

describe("a caller's headers", () => {
  test("are taken by lower-case name", () => {
    expect(callerHeaders(provider, { "Accept-Language": "en-US", "x-trace": " 1 " })).toEqual({
      "accept-language": "en-US",
      "x-trace": "1",
    });
  });

  test("may be left out", () => {
    expect(callerHeaders(provider, undefined)).toEqual({});
    expect(callerHeaders(provider, {})).toEqual({});
  });

  test("can't be ones that the client sets itself, in any case", () => {
    const own = fc
      .constantFrom(...provider.signingHeaders, "content-type")
      .chain((name) => fc.mixedCase(fc.constant(name)));
    fc.assert(
      fc.property(own, (name) => {
        expect(() => callerHeaders(provider, { "x-trace": "1", [name]: "a" })).toThrow(InvalidArgumentError);
      }),
    );
  });

  test("are named in the error when they are the client's own, without their value", () => {
    expect(() => callerHeaders(provider, { "X-Signature": "13924343678" })).toThrow(/x-signature/);
    expect(() => callerHeaders(provider, { "X-Signature": "13924343678" })).toThrow(/^(?!.*13924343678)/);
  });

  test.each([
    ["a line break in a value", { "x-trace": "secret\r\nx-signature: a" }],
    ["a value that isn't Latin-1", { "x-trace": "secret漢" }],
    ["a space in a name", { "x trace": "secret" }],
    ["a line break in a name", { "x-trace\r\nx-signature": "secret" }],
    ["no name", { "": "secret" }],
  ])("can't have %s, and the error doesn't show it", (_, headers) => {
    expect(() => callerHeaders(provider, headers)).toThrow(InvalidArgumentError);
    expect(() => callerHeaders(provider, headers)).toThrow(/^(?!.*secret)/s);
  });

  test("may have names that objects inherit", () => {
    const headers = callerHeaders(provider, { constructor: "a", valueOf: "b" } as unknown as Record<string, string>);
    expect(Object.entries(headers)).toEqual([
      ["constructor", "a"],
      ["valueof", "b"],
    ]);
  });
});
