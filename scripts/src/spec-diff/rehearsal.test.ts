import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Rehearsal, SPEC, spec, withoutPhone } from "./rehearsal.fixture.ts";

const ID = "property-removed /components/schemas/CustomerCreate/properties/phone";

function acceptance(expires: string): string {
  return `- finding: ${ID}\n  reason: Nobody could use it.\n  expires: ${expires}\n`;
}

describe("a pull request that removes a field", () => {
  test("fails with a patch, and is told what to write", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).changeset("patch").commit("Remove the phone");
    const { code, provider } = await rehearsal.review();
    expect(code).toBe(1);
    expect(provider).toMatchObject({
      provider: "acme",
      bump: "major",
      findings: [{ id: ID, breaking: true, surface: "both", witness: { direction: "request" } }],
      changeset: { declared: "patch", required: "major", ok: false },
    });
    expect(provider.problems).toEqual([
      `\`customers.create\` no longer accepts \`phone\`: callers that pass it compile no more. That demands a major of @customer-clients/acme (now 1.2.0), and .changeset/brave-fox.md declares a patch.
Write this to a file in .changeset/, with words of your own:

---
"@customer-clients/acme": major
---

What callers have to change, and why.`,
    ]);
  });

  test("passes with a major", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).changeset("major").commit("Remove the phone");
    const { code, provider } = await rehearsal.review();
    expect(code).toBe(0);
    expect(provider.changeset).toEqual({ declared: "major", required: "major", ok: true });
  });

  test("passes with a minor below 1.0, and with a patch is told why a minor", async () => {
    const rehearsal = new Rehearsal("0.4.0").write(SPEC, withoutPhone).changeset("minor").commit("Remove the phone");
    expect((await rehearsal.review()).code).toBe(0);
    rehearsal.changeset("patch");
    const { code, provider } = await rehearsal.review();
    expect(code).toBe(1);
    expect(provider.bump).toBe("major");
    expect(provider.changeset).toEqual({ declared: "patch", required: "minor", ok: false });
    expect(provider.problems[0]).toContain("a minor of @customer-clients/acme (0.4.0: below 1.0 a break is a minor)");
  });

  test("fails with an empty changeset", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).changeset(undefined).commit("Remove the phone");
    const { code, provider } = await rehearsal.review();
    expect(code).toBe(1);
    expect(provider.problems[0]).toContain("and .changeset/brave-fox.md names no package.");
  });

  test("fails with none, committed or not, though the main branch has one of something else", async () => {
    const other = `---\n"@customer-clients/acme": major\n---\n\nAnother change.\n`;
    const rehearsal = new Rehearsal("1.2.0", { ".changeset/other.md": other }).write(SPEC, withoutPhone);
    const { code, provider } = await rehearsal.review();
    expect(code).toBe(1);
    expect(provider.problems[0]).toContain("and no changeset that came with this change names it.");
    rehearsal.commit("Remove the phone");
    expect((await rehearsal.review()).code).toBe(1);
  });

  test("passes when a reviewer has accepted it, until the day is over", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).changeset("patch");
    rehearsal.write("specs/acme/accepted-changes.yaml", acceptance("2026-11-22")).commit("Remove the phone");
    const { code, provider } = await rehearsal.review();
    expect(code).toBe(0);
    expect(provider.changeset).toEqual({ declared: "patch", required: "patch", ok: true });
    expect(provider.findings[0]?.accepted).toEqual({ reason: "Nobody could use it.", expires: "2026-11-22" });
    expect((await rehearsal.run("--fail-on", "breaking")).code).toBe(0);

    rehearsal.write("specs/acme/accepted-changes.yaml", acceptance("2026-11-21"));
    const expired = await rehearsal.review();
    expect(expired.code).toBe(1);
    expect(expired.provider.problems.at(-1)).toBe(
      `specs/acme/accepted-changes.yaml:1:3: the acceptance of ${ID} ended on 2026-11-21: take the entry out, or give it another day`,
    );
  });
});

describe("a pull request", () => {
  test("that changes no spec passes at once, and has an entry for each provider", async () => {
    const rehearsal = new Rehearsal("1.2.0").write("README.md", "Hello").commit("Say hello");
    const { code, provider } = await rehearsal.review();
    expect(code).toBe(0);
    expect(provider).toMatchObject({
      provider: "acme",
      bump: "none",
      findings: [],
      changeset: { required: "none", ok: true },
    });
    expect((await rehearsal.run()).printed).toMatch(/^Nothing differs from main \([0-9a-f]{7}\)\.\n$/);
  });

  test("isn't blamed for what the main branch did meanwhile", async () => {
    const rehearsal = new Rehearsal("1.2.0").write("README.md", "Hello").commit("Say hello");
    rehearsal.git("switch", "--quiet", "main");
    rehearsal.write(SPEC, withoutPhone).commit("Remove the phone");
    rehearsal.git("switch", "--quiet", "branch");
    expect((await rehearsal.review()).provider.findings).toEqual([]);
  });

  test("that adds or removes a provider is told so in one finding", async () => {
    const rehearsal = new Rehearsal("1.2.0");
    rmSync(join(rehearsal.folder, "specs/acme"), { recursive: true });
    rehearsal.write("specs/zenith/openapi.yaml", spec);
    rehearsal.write("packages/zenith/package.json", `{ "name": "@customer-clients/zenith", "version": "0.0.0" }`);
    const { code, printed } = await rehearsal.run("--json");
    expect(code).toBe(1);
    const [acme, zenith] = JSON.parse(printed).providers;
    expect(acme).toMatchObject({
      provider: "acme",
      bump: "major",
      findings: [{ id: "provider-removed", breaking: true }],
    });
    expect(zenith).toMatchObject({
      provider: "zenith",
      bump: "minor",
      findings: [{ id: "provider-added", breaking: false }],
    });
  });

  test("is written down in each format", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).changeset("patch");
    const text = (await rehearsal.run()).printed;
    expect(text).toContain("major  acme  1 breaking, 0 additive, 0 documentation only");
    expect(text).toContain("changeset  too small: patch declared, major required");
    const annotations = (await rehearsal.run("--format", "github")).printed;
    expect(annotations).toContain(`::error file=${SPEC},line=`);
    const markdown = (await rehearsal.run("--format", "markdown")).printed;
    expect(markdown).toContain("- **Breaking:** `customers.create` no longer accepts `phone`");
  });

  test("leaves the work tree and the index as they are", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).write("new.txt", "x");
    const before = rehearsal.git("status", "--porcelain=v2");
    await rehearsal.run();
    expect(rehearsal.git("status", "--porcelain=v2")).toBe(before);
  });
});

describe("what can't be compared", () => {
  test("a spec that doesn't parse is named with file, line and column", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, `${spec}  bad: [\n`);
    const { code, printed, errors } = await rehearsal.run("--json");
    expect({ code, printed }).toEqual({ code: 2, printed: "" });
    expect(errors).toMatch(/^specs\/acme\/openapi\.yaml:\d+:\d+: expected valid YAML/);
  });

  test("a changeset that Changesets couldn't read is named", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).changeset("huge");
    expect(await rehearsal.run()).toMatchObject({
      code: 2,
      errors: expect.stringContaining(".changeset/brave-fox.md:1:1:"),
    });
  });

  test("without git, without main and in a shallow clone it says what to do", async () => {
    const rehearsal = new Rehearsal("1.2.0");
    expect((await rehearsal.run("--base", "nowhere")).errors).toContain(
      'expected --base to name a commit, found "nowhere"',
    );
    rehearsal.git("branch", "--quiet", "--delete", "--force", "main");
    expect((await rehearsal.run()).errors).toContain("expected a branch main or origin/main");
    rmSync(join(rehearsal.folder, ".git"), { recursive: true });
    expect(await rehearsal.run()).toMatchObject({
      code: 2,
      errors: expect.stringContaining("expected a git repository"),
    });
  });

  test("origin/main will do where there is no main", async () => {
    const rehearsal = new Rehearsal("1.2.0").write(SPEC, withoutPhone).commit("Remove the phone");
    rehearsal.git("update-ref", "refs/remotes/origin/main", "main");
    rehearsal.git("branch", "--quiet", "--delete", "--force", "main");
    expect((await rehearsal.review()).provider.bump).toBe("major");
  });

  test("a branch whose history is cut off is told to fetch it", async () => {
    const rehearsal = new Rehearsal("1.2.0").write("a.txt", "1").commit("One");
    rehearsal.git("switch", "--quiet", "main");
    rehearsal.write("b.txt", "1").commit("Two");
    const clone = new Rehearsal("1.2.0");
    rmSync(clone.folder, { recursive: true });
    rehearsal.git("clone", "--quiet", "--depth=1", "--no-single-branch", `file://${rehearsal.folder}`, clone.folder);
    clone.git("switch", "--quiet", "branch");
    expect(await clone.run()).toMatchObject({ code: 2, errors: expect.stringContaining("git fetch --unshallow") });
  });
});

test("the changelog is written at a release, and again changes nothing", async () => {
  const rehearsal = new Rehearsal("0.0.0");
  const read = () => readFileSync(join(rehearsal.folder, "specs/acme/CHANGELOG.md"), "utf8");
  expect((await rehearsal.run("--changelog")).printed).toBe("wrote specs/acme/CHANGELOG.md\n");
  expect(read()).toContain("## Unreleased\n\nThe first release. It has:\n\n- `customers.create`: Create a customer\n");

  const manifest = (version: string) => JSON.stringify({ name: "@customer-clients/acme", version });
  rehearsal.write("packages/acme/package.json", manifest("0.1.0"));
  await rehearsal.run("--changelog");
  expect(read()).toContain("## 0.1.0 - 2026-11-22\n\nThe first release.");
  expect(read()).not.toContain("Unreleased");
  rehearsal.commit("Release").git("tag", "@customer-clients/acme@0.1.0");
  expect((await rehearsal.run("--changelog")).printed).toBe("nothing to do\n");

  rehearsal.write(SPEC, withoutPhone);
  await rehearsal.run("--changelog");
  expect(read()).toContain("## Unreleased\n\n### Breaking\n\n- `customers.create` no longer accepts `phone`");
  rehearsal.write("packages/acme/package.json", manifest("0.2.0"));
  await rehearsal.run("--changelog");
  expect(read().match(/^## .*$/gm)).toEqual(["## 0.2.0 - 2026-11-22", "## 0.1.0 - 2026-11-22"]);
  expect((await rehearsal.run("--changelog")).printed).toBe("nothing to do\n");
});
