import { describe, expect, test } from "vitest";
import { at } from "./at.ts";

describe("at", () => {
  test("follows a pointer through objects and arrays", () => {
    expect(at({ data: { list: [{ id: "a" }, { id: "b" }] } }, ["data", "list", "1", "id"])).toBe("b");
  });

  test("gives the whole value for an empty pointer, and null where null is", () => {
    const value = { data: null };
    expect(at(value, [])).toBe(value);
    expect(at(value, ["data"])).toBeNull();
  });

  test.each([
    ["a name that isn't there", {}, ["data"]],
    ["a way through null", { data: null }, ["data", "id"]],
    ["a way through a text", { data: "abc" }, ["data", "length"]],
    ["a way through nothing", undefined, ["data"]],
  ])("gives undefined for %s", (_, value, pointer) => {
    expect(at(value, pointer)).toBeUndefined();
  });

  test.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("doesn't reach the inherited %s", (name) => {
    expect(at({}, [name])).toBeUndefined();
    expect(at([], [name])).toBeUndefined();
  });

  test("reaches an own property of such a name", () => {
    expect(at(JSON.parse('{ "__proto__": { "constructor": 1 } }'), ["__proto__", "constructor"])).toBe(1);
  });
});
