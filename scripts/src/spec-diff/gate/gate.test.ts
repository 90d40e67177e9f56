import { describe, expect, test } from "vitest";
import type { Finding } from "../finding.ts";
import { type Acceptance, isExpired, readAcceptances } from "./acceptances.ts";
import { type Bump, bumpOf, requiredBump } from "./bump.ts";
import { type Case, judge } from "./judge.ts";

const FILE = "specs/acme/accepted-changes.yaml";

function problemsIn(text: string): string {
  try {
    readAcceptances(text, FILE);
    return "";
  } catch (error) {
    return (error as Error).message.replaceAll(`${FILE}:`, "");
  }
}

function finding(kind: Finding["kind"], id: string = kind): Finding {
  const rest = { rule: "rule", surface: "wire" as const, pointer: "/x", operations: [], message: `a change, ${id}` };
  return { id, kind, breaking: kind === "breaking", ...rest };
}

function caseOf(change: Partial<Case>): Case {
  return {
    findings: [finding("breaking")],
    package: { name: "@customer-clients/acme", version: "1.0.0" },
    changesets: [],
    acceptances: [],
    acceptanceFile: FILE,
    now: Date.UTC(2026, 0, 31, 23, 59),
    ...change,
  };
}

describe("the bump that findings demand", () => {
  test("is that of the worst", () => {
    expect(bumpOf([])).toBe("none");
    expect(bumpOf([finding("documentation")])).toBe("patch");
    expect(bumpOf([finding("documentation"), finding("additive")])).toBe("minor");
    expect(bumpOf([finding("additive"), finding("breaking")])).toBe("major");
  });

  test.each<[Bump, string, Bump]>([
    ["major", "1.0.0", "major"],
    ["minor", "12.3.4", "minor"],
    ["major", "0.9.1", "minor"],
    ["major", "0.0.0", "minor"],
    ["minor", "0.9.1", "patch"],
    ["patch", "0.9.1", "patch"],
    ["none", "0.9.1", "none"],
  ])("%s of %s is a %s", (bump, version, required) => {
    expect(requiredBump(bump, version)).toBe(required);
  });
});

describe("a file of acceptances", () => {
  test("is a list, or empty", () => {
    const text = `# Why\n- finding: "property-removed /a"\n  reason: Nobody reads it.\n  expires: 2026-02-28\n`;
    expect(readAcceptances(text, FILE)).toEqual([
      { finding: "property-removed /a", reason: "Nobody reads it.", expires: "2026-02-28", line: 2, column: 3 },
    ]);
    expect(readAcceptances("", FILE)).toEqual([]);
  });

  test.each([
    ["finding: a\n", "1:1: expected a list of entries with finding, reason and expires"],
    ["- a\n", "1:3: expected an entry with finding, reason and expires"],
    ["- finding: a\n  reason: b\n", "1:3: expected expires to be text"],
    ["- finding: a\n  reason: ''\n  expires: 2026-01-01\n", "2:11: expected reason to be text"],
    [
      "- finding: a\n  reason: b\n  expires: 2026-02-30\n",
      '3:12: expected a day such as 2026-12-31, found "2026-02-30"',
    ],
    ["- finding: a\n  reason: b\n  expires: soon\n", '3:12: expected a day such as 2026-12-31, found "soon"'],
    [
      "- finding: a\n  why: b\n  reason: b\n  expires: 2026-01-01\n",
      '2:3: expected finding, reason, expires, found "why"',
    ],
    ["- [\n", "2:1: expected valid YAML: "],
  ])("%j is refused with its place", (text, message) => {
    expect(problemsIn(text)).toContain(message);
  });

  test("has each finding once", () => {
    const entry = "- finding: a\n  reason: b\n  expires: 2026-01-01\n";
    expect(problemsIn(entry + entry)).toBe("4:3: expected each finding once, found a again");
  });

  test("holds through the last minute of its day, in UTC", () => {
    const acceptance = { expires: "2026-01-31" } as Acceptance;
    expect(isExpired(acceptance, Date.UTC(2026, 0, 31, 23, 59, 59, 999))).toBe(false);
    expect(isExpired(acceptance, Date.UTC(2026, 1, 1))).toBe(true);
  });
});

describe("the gate", () => {
  const accept = (id: string, expires = "2026-01-31"): Acceptance => ({
    finding: id,
    reason: "So",
    expires,
    line: 1,
    column: 3,
  });

  test("counts the largest of the changesets that name the package", () => {
    const changesets = (["patch", "major", "minor"] as const).map((type) => ({
      path: `.changeset/${type}.md`,
      releases: [{ name: type === "major" ? "@customer-clients/other" : "@customer-clients/acme", type }],
    }));
    const { changeset, problems } = judge(caseOf({ changesets }));
    expect(changeset).toEqual({ declared: "minor", required: "major", ok: false });
    expect(problems[0]).toContain(".changeset/patch.md, .changeset/minor.md declares a minor");
  });

  test("wants no more than a patch for what is accepted, but all for what isn't", () => {
    const findings = [finding("breaking", "one"), finding("breaking", "two")];
    expect(judge(caseOf({ findings, acceptances: [accept("one"), accept("two")] })).changeset.required).toBe("patch");
    const { changeset, problems } = judge(caseOf({ findings, acceptances: [accept("one")] }));
    expect(changeset.required).toBe("major");
    expect(problems[0]).toContain("a change, two.");
  });

  test("says how many more findings demand the same", () => {
    const findings = ["one", "two", "three"].map((id) => finding("breaking", id));
    expect(judge(caseOf({ findings })).problems[0]).toContain("a change, one (and 2 more). That demands a major");
  });

  test("lets an acceptance that ended be no acceptance, and names one of nothing", () => {
    const acceptances = [accept("breaking", "2026-01-30"), accept("gone")];
    const { changeset, problems, notes } = judge(caseOf({ acceptances }));
    expect(changeset.required).toBe("major");
    expect(problems[1]).toContain(`${FILE}:1:3: the acceptance of breaking ended on 2026-01-30`);
    expect(notes).toEqual([`${FILE}:1:3: no finding has the id gone: take the entry out`]);
  });

  test("has nothing to hold a provider against that is gone", () => {
    expect(judge(caseOf({ package: undefined }))).toMatchObject({
      changeset: { required: "none", ok: true },
      problems: [],
    });
  });
});
