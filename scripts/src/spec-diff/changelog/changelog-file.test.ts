import { expect, test } from "vitest";
import { parseChangelog, printChangelog, withSection } from "./changelog-file.ts";

const text = `# Mine

Words.

## 0.2.0 - 2026-02-01

### Added

- One

## 0.1.0 - 2026-01-01

The first release.
`;

test("a changelog is written as it was read", () => {
  expect(printChangelog(parseChangelog(text))).toBe(text);
});

test("a section takes the place of what wasn't released, and keeps the day it had", () => {
  const file = parseChangelog(text);
  const unreleased = withSection(file, { version: "Unreleased", date: undefined, text: "- Two" });
  expect(printChangelog(unreleased)).toContain("Words.\n\n## Unreleased\n\n- Two\n\n## 0.2.0 - 2026-02-01\n");
  const released = withSection(unreleased, { version: "0.3.0", date: "2026-03-01", text: "- Two" });
  expect(released.sections.map(({ version }) => version)).toEqual(["0.3.0", "0.2.0", "0.1.0"]);
  const again = withSection(released, { version: "0.3.0", date: "2026-04-01", text: "- Three" });
  expect(again.sections[0]).toEqual({ version: "0.3.0", date: "2026-03-01", text: "- Three" });
});

test("without anything to say only what wasn't released goes", () => {
  const file = withSection(parseChangelog(text), { version: "Unreleased", date: undefined, text: "- Two" });
  expect(printChangelog(withSection(file, undefined))).toBe(text);
});
