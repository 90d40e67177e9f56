import { expect, test } from "vitest";
import { PROVIDERS } from "../spec/specs.ts";
import { figuresOf } from "./figures.ts";

test("the README has every figure that the start page shows", () => {
  const { sizes, ratio, firstAnswer } = figuresOf();
  expect(sizes).toHaveLength(PROVIDERS.length);
  expect(Number(ratio)).toBeGreaterThan(0);
  expect(firstAnswer).toMatch(/^\d+ ms$/);
});

test("a figure that the README no longer has isn't shown", () => {
  expect(figuresOf("# A README")).toEqual({ sizes: [], ratio: undefined, firstAnswer: undefined });
});
