import { beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../finding.ts";
import { mergeFindings } from "../merge-findings.ts";
import { compareTypes, type TypesReview, type Versions } from "../types/compare-types.ts";
import { compareWire } from "../wire/compare-wire.ts";
import { documentCases, documentOf, documentsOf, schemaCases, type TypesVerdict } from "./cases.fixture.ts";

interface TypesCase {
  readonly name: string;
  readonly types: TypesVerdict | undefined;
  readonly versions: Versions;
}

const cases: readonly TypesCase[] = [
  ...schemaCases.flatMap((one) =>
    (["request", "answer"] as const).map((part) => ({
      name: `${one.change}, in ${part === "request" ? "a request" : "an answer"}`,
      types: one.types?.[part],
      versions: documentsOf(one, part),
    })),
  ),
  ...documentCases.map(({ change, types, base, revision }) => ({
    name: change,
    types,
    versions: { base: documentOf(base), revision: documentOf(revision) },
  })),
];

/** A run of the compiler, on a machine with much else to do. */
const COMPILER_TIMEOUT_MS = 60_000;

describe("the compiler's verdict, and one finding for one change", () => {
  let types: readonly TypesReview[];
  let wire: readonly (readonly Finding[])[];
  beforeAll(async () => {
    types = await compareTypes(cases.map(({ versions }) => versions));
    wire = await Promise.all(cases.map(({ versions: { base, revision } }) => compareWire(base, revision)));
  }, COMPILER_TIMEOUT_MS);

  test.each(cases.map((one, index) => ({ ...one, index })))("$name", ({ types: verdict, index }) => {
    const review = types[index] as TypesReview;
    const breaks = review.findings.some(({ breaking }) => breaking);
    expect(breaks ? "breaking" : "fine").toBe(verdict);
    const found = wire[index] ?? [];
    const merged = mergeFindings(found, review);
    expect(merged.length).toBeLessThanOrEqual(Math.max(1, found.length));
    expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
    const surfaces = merged.filter(({ breaking }) => breaking).map(({ surface }) => surface);
    expect(surfaces.some((surface) => surface !== "wire")).toBe(breaks);
    expect(surfaces.some((surface) => surface !== "types")).toBe(found.some(({ breaking }) => breaking));
  });
});
