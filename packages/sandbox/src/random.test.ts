import { describe, expect, test } from "vitest";
import { randomIds, seededIds } from "./ids.ts";
import { createRandom, maxSeed } from "./random.ts";

const row = (seed: number, length = 1_000) => {
  const { next } = createRandom(seed);
  return Array.from({ length }, next);
};

describe("random numbers", () => {
  test("are the same for the same seed", () => {
    expect(row(7)).toEqual(row(7));
  });

  test.each([0, 1, 0x5bd1e995, maxSeed])("are spread evenly from 0 to 1, for the seed %i too", (seed) => {
    const numbers = row(seed, 10_000);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    for (let tenth = 0; tenth < 10; tenth++) {
      const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
      expect(share).toBeCloseTo(0.1, 1);
    }
  });

  test("are others for the seed next to it", () => {
    const first = Array.from({ length: 1_000 }, (_, seed) => row(seed, 1)[0]);
    expect(new Set(first).size).toBe(1_000);
  });

  test("pick each item of a list", () => {
    const { pick } = createRandom(1);
    expect(new Set(Array.from({ length: 100 }, () => pick(["a", "b", "c"])))).toEqual(new Set(["a", "b", "c"]));
  });
});

describe.each([
  ["random", () => randomIds],
  ["seeded", () => seededIds(createRandom(1))],
])("%s ids", (_, make) => {
  test("have the form that is asked for", () => {
    const ids = make();
    for (let count = 0; count < 100; count++) {
      expect(ids.digits(19)).toMatch(/^[1-9]\d{18}$/);
      expect(ids.base62(14)).toMatch(/^[\dA-Za-z]{14}$/);
      expect(ids.uuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
  });

  test("aren't repeated", () => {
    const ids = make();
    expect(new Set(Array.from({ length: 1_000 }, ids.uuid)).size).toBe(1_000);
  });
});

test("seeded ids are the same for the same seed", () => {
  expect(seededIds(createRandom(1)).uuid()).toBe(seededIds(createRandom(1)).uuid());
  expect(seededIds(createRandom(1)).uuid()).not.toBe(seededIds(createRandom(2)).uuid());
});
