import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { InvalidArgumentError } from "../errors/invalid-argument-error.ts";
import { anyText } from "../text.fixture.ts";
import { expandPath } from "./path.ts";

const template = "/v1/customers/{customerId}";
const expand = (customerId: unknown) => expandPath(template, { customerId });

/** The path for an id, or `undefined` when it is refused as it should be. */
function pathOf(id: string): string | undefined {
  try {
    return expand(id);
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidArgumentError);
    return undefined;
  }
}

// What could make another path of an id, at many times the odds of any text.
const treacherous = fc
  .array(
    fc.oneof(
      fc.constantFrom(".", "%2e", "%2E", "/", "%2f", "%2F", "\\", "%5c", "%5C", "%", "%00", "%0a", "\r\n", "%c2%85"),
      fc.constantFrom("?", "#", "a", "é", "😀", "\ud83d", "\ude00", "%25", "%ff", "%zz", ";", "@", ":"),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));

describe("expandPath", () => {
  test("makes of any id a segment that is decoded to it, or refuses it", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, treacherous), (id) => {
        const path = pathOf(id);
        if (path === undefined) return;
        const url = new URL(`https://api.example.com${path}`);
        expect(url.href).toBe(`https://api.example.com${path}`);
        const segments = url.pathname.split("/");
        expect(segments.slice(0, 3)).toEqual(["", "v1", "customers"]);
        expect(segments).toHaveLength(4);
        expect(decodeURIComponent(segments[3] as string)).toBe(id);
      }),
      { numRuns: 1_000 },
    );
  });

  test("makes no path that is another one once it is decoded twice", () => {
    const decode = (text: string) =>
      text.replace(/%([0-7][\da-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
    fc.assert(
      fc.property(treacherous, (id) => {
        const path = decode(decode(pathOf(id) ?? "/v1/customers/refused"));
        const [, , , last, ...further] = path.split(/[/\\]/);
        expect(further).toEqual([]);
        expect(["", ".", "..", undefined]).not.toContain(last);
        expect(last).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ["cus_1526753334131306496", "cus_1526753334131306496"],
    ["a?b#c", "a%3Fb%23c"],
    ["100%", "100%25"],
    ["%41", "%2541"],
    ["é 😀", "%C3%A9%20%F0%9F%98%80"],
    ["...", "..."],
    [".hidden", ".hidden"],
    [42, "42"],
  ])("encodes %j", (id, segment) => {
    expect(expand(id)).toBe(`/v1/customers/${segment}`);
  });

  test.each([
    "",
    ".",
    "..",
    "%2e",
    "%2E%2e",
    ".%2e",
    "a/b",
    "../a",
    "a\\b",
    "%2f",
    "a%2Fb",
    "a%2f%",
    "%5C",
    "a\0",
    "a\r\nb",
    "%00",
    "%0A",
    "%7f",
    "\u0085",
    "%C2%85",
    "\ud83d",
  ])("refuses %j", (id) => {
    expect(() => expand(id)).toThrow(InvalidArgumentError);
  });

  test.each([undefined, null, true, {}, [], ["a"], { toString: () => "a" }])("refuses %j, which is no id", (id) => {
    expect(() => expand(id)).toThrow(/^customerId: expected an id/);
  });

  test("refuses an inherited property, and takes an own one of any name", () => {
    expect(() => expandPath("/{constructor}", {})).toThrow(InvalidArgumentError);
    expect(() => expandPath("/{id}", Object.create({ id: "a" }))).toThrow(InvalidArgumentError);
    expect(expandPath("/{constructor}/{__proto__}", JSON.parse('{"constructor":"a","__proto__":"b"}'))).toBe("/a/b");
  });

  test("fills each parameter of a template, once", () => {
    const path = expandPath("/customers/{id}/sources/{card_id}", { id: "{card_id}$&", card_id: "b" });
    expect(path).toBe("/customers/%7Bcard_id%7D%24%26/sources/b");
  });

  test("never shows the value", () => {
    expect(() => expand("/13924343678")).toThrow(/^(?!.*13924343678)/);
  });
});
