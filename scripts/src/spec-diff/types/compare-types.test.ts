import { beforeAll, describe, expect, test } from "vitest";
import { compareTypes, type TypesReview } from "./compare-types.ts";
import { typeCases } from "./types.cases.ts";
import { type TypeCase, versionsOf } from "./types.fixture.ts";

/** A run of the compiler, on a machine with much else to do. */
const COMPILER_TIMEOUT_MS = 60_000;

describe("what a change does to TypeScript callers", () => {
  let reviews: readonly TypesReview[];
  beforeAll(async () => {
    reviews = await compareTypes(typeCases.map(versionsOf));
  }, COMPILER_TIMEOUT_MS);

  test.each(typeCases.map((one, index) => ({ ...one, index })))("$name", ({ breaks, index }) => {
    const found = (reviews[index] as TypesReview).findings.filter(({ breaking }) => breaking);
    expect(Object.fromEntries(found.map(({ pointer, message }) => [pointer, message]))).toEqual(
      Object.fromEntries(
        Object.entries(breaks).map(([pointer, message]) => [pointer, expect.stringContaining(message)]),
      ),
    );
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });
});

test("the same document twice has no finding, and an addition is seen in its types", async () => {
  const added = typeCases.find(({ name }) => name.startsWith("an optional property is new")) as TypeCase;
  const [review] = await compareTypes([versionsOf(added)]);
  expect(review?.findings).toEqual([]);
  expect(review?.differsAt("/components/schemas/Pet/properties/age")).toBe(true);
  expect(review?.differsAt("/components/schemas/Kind")).toBe(false);
});
