import { expect, test } from "vitest";
import { encodeReason } from "./reason.ts";

test.each([
  ["plain text, as it is: ~!#$&'()*+,/:;=?@[]", "plain text, as it is: ~!#$&'()*+,/:;=?@[]"],
  ["50%", "50%25"],
  ["a\r\nset-cookie: b", "a%0D%0Aset-cookie: b"],
  ["张三\u007f\0", "%E5%BC%A0%E4%B8%89%7F%00"],
  ["half \ud83d", "half %EF%BF%BD"],
])("is written so that it can stand in a header: %j", (text, encoded) => {
  expect(encodeReason(text)).toBe(encoded);
  expect(decodeURIComponent(encoded)).toBe(text.toWellFormed());
});

test.each(["a", "%", "é", "三", "😀"])("is cut off before it is too long, between two characters: %s", (character) => {
  const encoded = encodeReason(character.repeat(5_000));
  expect(encoded.length).toBeLessThanOrEqual(2_000);
  expect(encoded.length).toBeGreaterThan(1_970);
  expect(decodeURIComponent(encoded)).toMatch(new RegExp(`^${character}+…$`, "u"));
});
