import { describe, expect, test } from "vitest";
import { documentCases, documentOf, documentsOf, schemaCases, verdictOf } from "../cases/cases.fixture.ts";
import { compareWire } from "./compare-wire.ts";

describe.each(["request", "answer"] as const)("in a %s's body", (part) => {
  test.each(schemaCases.map((one) => [one.change, one] as const))("%s", async (_, one) => {
    const { base, revision } = documentsOf(one, part);
    const findings = await compareWire(base, revision);
    const { verdict, finding } = verdictOf(findings);
    expect({ verdict, findings: verdict === one[part] ? [] : findings }).toEqual({ verdict: one[part], findings: [] });
    if (one.rule !== undefined && verdict === "breaking") expect(finding?.rule).toBe(one.rule);
    if (one.count !== undefined) expect(findings).toHaveLength(one.count);
    expect(findings.filter(({ breaking }) => breaking).length).toBeLessThanOrEqual(1);
  });
});

describe("of a document", () => {
  test.each(documentCases.map((one) => [one.change, one] as const))("%s", async (_, one) => {
    const findings = await compareWire(documentOf(one.base), documentOf(one.revision));
    const { verdict, finding } = verdictOf(findings);
    expect({ verdict, findings: verdict === one.wire ? [] : findings }).toEqual({ verdict: one.wire, findings: [] });
    if (one.count !== undefined) expect(findings).toHaveLength(one.count);
    const deciding = one.rule === undefined ? finding : findings.find(({ rule }) => rule === one.rule);
    if (one.rule !== undefined) expect(deciding?.rule).toBe(one.rule);
    if (one.operations) {
      expect(deciding?.operations.map(({ operationId, direction }) => `${operationId} ${direction}`)).toEqual(
        one.operations,
      );
    }
  });
});
