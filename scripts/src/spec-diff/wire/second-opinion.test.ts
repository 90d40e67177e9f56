import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { documentCases, documentOf, documentsOf, schemaCases } from "../cases/cases.fixture.ts";
import type { SpecDocument } from "../finding.ts";

const run = promisify(execFile);

const program = join(import.meta.dirname, "../../../node_modules/.bin/oasdiff");

/** How many programs run at a time. */
const AT_ONCE = 4;

interface Opinion {
  readonly name: string;
  readonly breaks: boolean;
  readonly base: SpecDocument;
  readonly revision: SpecDocument;
}

const isBreak = (verdict: string) => verdict === "breaking" || verdict === "unproven";

const opinions: readonly Opinion[] = [
  ...schemaCases.flatMap((one) =>
    (["request", "answer"] as const).map((part) => ({
      name: `${one.change}, in ${part === "request" ? "a request" : "an answer"}`,
      breaks: isBreak(one[part]),
      ...documentsOf(one, part),
    })),
  ),
  ...documentCases.map((one) => ({
    name: one.change,
    breaks: isBreak(one.wire),
    base: documentOf(one.base),
    revision: documentOf(one.revision),
  })),
];

/** Why oasdiff's verdict on a case is another, and the cases. */
const argued = parse(readFileSync(join(import.meta.dirname, "second-opinion.yaml"), "utf8")) as {
  readonly because: string;
  readonly breaks: boolean;
  readonly cases: readonly string[];
}[];

/** @returns oasdiff's verdict; undefined where it only warns, or can't read the document. */
async function verdictOf(folder: string, index: number, { base, revision }: Opinion): Promise<boolean | undefined> {
  const files = [base, revision].map((_, side) => join(folder, `${index}-${side}.json`)) as [string, string];
  await Promise.all(
    [base, revision].map((one, side) => writeFile(files[side] as string, JSON.stringify(one.document))),
  );
  const ran = await run(program, ["changelog", ...files, "--format", "json"]).catch(() => undefined);
  if (!ran) return undefined;
  const found = (ran.stdout.trim() === "" ? [] : JSON.parse(ran.stdout)) as
    | { level: number }[]
    | { changes: { level: number }[] };
  const worst = Math.max(0, ...(Array.isArray(found) ? found : found.changes).map(({ level }) => level));
  return worst === 2 ? undefined : worst === 3;
}

test("where oasdiff's verdict on a case is another, it is argued", { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "second-opinion-"));
  try {
    const found: string[] = [];
    let count = 0;
    const waiting = [...opinions.entries()];
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [index, opinion] = next;
        const theirs = await verdictOf(folder, index, opinion);
        if (theirs === undefined) continue;
        count += 1;
        if (theirs !== opinion.breaks) found.push(`${opinion.name}: ${opinion.breaks}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    console.log(`oasdiff: the same verdict on ${count - found.length} of ${count} cases`);
    expect(found.sort()).toEqual(
      argued.flatMap(({ breaks, cases }) => cases.map((name) => `${name}: ${breaks}`)).sort(),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
