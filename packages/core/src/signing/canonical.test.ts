import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../text.fixture.ts";
import { joinPresent, valuesByName } from "./canonical.ts";

describe("joinPresent", () => {
  test("leaves out what is empty, and its separator", () => {
    expect(joinPresent(["a", "", undefined, "b", " "], ".")).toBe("a.b. ");
    expect(joinPresent(["", undefined], ".")).toBe("");
  });
});

describe("valuesByName", () => {
  test("orders by code unit: capitals, underscore, small letters", () => {
    expect(
      valuesByName([
        ["b", "4"],
        ["_", "2"],
        ["a10", "3.1"],
        ["B", "1"],
        ["a2", "3.2"],
      ]),
    ).toBe("123.13.24");
  });

  test("keeps the order of values of one name", () => {
    expect(
      valuesByName([
        ["b", "3"],
        ["a", "2"],
        ["a", "1"],
      ]),
    ).toBe("213");
  });

  test("doesn't depend on the order in which they came, and leaves that as it is", () => {
    const entries = fc.uniqueArray(fc.tuple(anyText, anyText), { selector: ([name]) => name });
    const shuffled = entries.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const before = [...other];
        expect(valuesByName(other)).toBe(valuesByName(one));
        expect(other).toEqual(before);
      }),
    );
  });
});
