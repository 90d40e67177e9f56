import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

test("an excerpt has what stands around a place, with signs for what can't be seen", () => {
  expect(excerptOf("GET /a b", 6, "")).toEqual({ before: "GET·/a", marked: "·", after: "b" });
  expect(excerptOf("𝒶𝒷𝒸", 2, "")).toEqual({ before: "𝒶", marked: "𝒷", after: "𝒸" });
  expect(excerptOf("ab", 2, "")).toEqual({ before: "ab", marked: undefined, after: "" });
});

test("it is cut thirty characters before and behind", () => {
  const text = `${"a".repeat(31)}|${"b".repeat(31)}`;
  expect(excerptOf(text, 31, "")).toEqual({ before: `…${"a".repeat(30)}`, marked: "|", after: `${"b".repeat(30)}…` });
});

test.each([
  ["at its start", 0],
  ["within it", 3],
  ["behind it", 7],
])("the secret is masked where the place is %s", (_, offset) => {
  const { before, marked, after } = excerptOf("secret_GET", offset, "secret");
  expect(`${before}${marked}${after}`).toBe("••••••••_GET");
});

test("no part of the secret is shown, however the text is cut", () => {
  const secret = "0123456789abcdefghijklmnopqrstuvwxyz0123456789";
  fc.assert(
    fc.property(fc.nat(80), fc.nat(80), fc.nat(200), (left, right, place) => {
      const text = `${"_".repeat(left)}${secret}${"_".repeat(right)}`;
      const { before, marked = "", after } = excerptOf(text, Math.min(place, text.length), secret);
      expect(`${before}${marked}${after}`).toMatch(/^[_…•]*$/);
    }),
  );
});
