import { expect, test } from "vitest";
import { estimate, median, ratio } from "./statistics.ts";

test("the median is the middle value, or the mean of the middle two, and leaves its input alone", () => {
  const values = [9, 1, 10];
  expect(median(values)).toBe(9);
  expect(values).toEqual([9, 1, 10]);
  expect(median([4, 1, 2, 100])).toBe(3);
  expect(median(new Float64Array([7]))).toBe(7);
});

test("nothing measured is an error", () => {
  expect(() => median([])).toThrow(RangeError);
  expect(() => estimate([])).toThrow(RangeError);
});

test("an estimate has the lowest and the highest value beside the median", () => {
  expect(estimate([3, 1, 8])).toEqual({ median: 3, low: 1, high: 8 });
});

test("a ratio compares within each round, so a slow round changes nothing", () => {
  expect(ratio([2, 20, 2], [4, 40, 4])).toEqual({ median: 0.5, low: 0.5, high: 0.5 });
  expect(() => ratio([1, 2], [1])).toThrow(RangeError);
});
