import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSpec } from "../../spec/read-spec.ts";
import { documentCases, documentOf, documentsOf, documentWith, schemaCases } from "../cases/cases.fixture.ts";
import { compareWire } from "./compare-wire.ts";
import { changedSchemas, payloads } from "./schemas.fixture.ts";

const ajv = new Ajv2020({ strict: false, validateFormats: true, logger: false });
addFormats.default(ajv);

const isValid = (schema: unknown, payload: unknown) => ajv.compile(schema as object)(payload) as boolean;

/** Names that a schema declares anywhere: a payload of others is not of the sender's making. */
function declared(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== "object" || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") for (const name of Object.keys(value as object)) found.add(name);
    declared(value, found);
  }
  return found;
}

function namesIn(payload: unknown, found = new Set<string>()): Set<string> {
  if (typeof payload !== "object" || payload === null) return found;
  for (const [key, value] of Object.entries(payload)) {
    if (!Array.isArray(payload)) found.add(key);
    namesIn(value, found);
  }
  return found;
}

describe("nothing changed", () => {
  test.each(["asiabill", "finan", "lumyri", "pingxx"])("between the spec of %s and itself", async (provider) => {
    const path = `${import.meta.dirname}/../../../../specs/${provider}/openapi.yaml`;
    expect(await compareWire({ ...readSpec(path), path }, { ...readSpec(path), path })).toEqual([]);
  });

  test("between each case and itself", async () => {
    const documents = [
      ...documentCases.flatMap(({ base, revision }) => [documentOf(base), documentOf(revision)]),
      ...schemaCases.flatMap((one) =>
        (["request", "answer"] as const).flatMap((part) => Object.values(documentsOf(one, part))),
      ),
    ];
    for (const document of documents) expect(await compareWire(document, structuredCloneOf(document))).toEqual([]);
  });
});

function structuredCloneOf(one: ReturnType<typeof documentOf>) {
  return { ...one, document: structuredClone(one.document) };
}

describe("for any two schemas", () => {
  test("a break of requests one way is a break of answers the other way", async () => {
    await fc.assert(
      fc.asyncProperty(changedSchemas, async ([base, revision]) => {
        const there = await compareWire(documentWith("request", base), documentWith("request", revision));
        const back = await compareWire(documentWith("answer", revision), documentWith("answer", base));
        expect(back.some(({ breaking }) => breaking)).toBe(there.some(({ breaking }) => breaking));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  test("what was accepted and is refused now is found, and each witness holds", async () => {
    await fc.assert(
      fc.asyncProperty(
        changedSchemas,
        fc.array(payloads, { minLength: 30, maxLength: 60 }),
        async ([base, revision], tried) => {
          const findings = await compareWire(documentWith("request", base), documentWith("request", revision));
          for (const { witness } of findings) {
            if (!witness || witness === "unproven") continue;
            expect(isValid(base, witness.payload), JSON.stringify(witness)).toBe(true);
            expect(isValid(revision, witness.payload), JSON.stringify(witness)).toBe(false);
          }
          const fresh = [...declared(revision)].filter((name) => !declared(base).has(name));
          const refused = tried.find(
            (payload) =>
              isValid(base, payload) &&
              !isValid(revision, payload) &&
              !fresh.some((name) => namesIn(payload).has(name)),
          );
          if (refused !== undefined)
            expect(
              findings.some(({ breaking }) => breaking),
              JSON.stringify(refused),
            ).toBe(true);
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });
});
