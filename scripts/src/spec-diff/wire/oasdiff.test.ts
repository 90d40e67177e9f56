import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { upgrade } from "@scalar/openapi-upgrader";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { SpecDocument } from "../finding.ts";
import { compareWire } from "./compare-wire.ts";

const run = promisify(execFile);

/** A copy of `data/checker` of github.com/oasdiff/oasdiff: pairs of documents, each with a change or two. */
const folder = process.env.OASDIFF_DATA;

const program = join(import.meta.dirname, "../../../node_modules/.bin/oasdiff");

interface Disagreement {
  readonly base: string;
  readonly revision: string;
  readonly breaks: boolean;
  /** A break by a payload that Ajv confirms, or by our rules alone; that there is none by the prover. */
  readonly shown: "payload" | "rule" | "prover";
  readonly because: string;
}

const disagreements = parse(readFileSync(join(import.meta.dirname, "disagreements.yaml"), "utf8")) as Disagreement[];

function pairsIn(path: string): [string, string][] {
  const files = new Set(readdirSync(path));
  const named = [...files]
    .filter((base) => base.endsWith("_base.yaml"))
    .map((base): [string, string] => [base, base.replace("_base", "_revision")])
    .filter(([, revision]) => files.has(revision));
  const argued = disagreements.map(({ base, revision }): [string, string] => [base, revision]);
  const all = [...named, ...named.map(([base, revision]): [string, string] => [revision, base]), ...argued];
  return [...new Map(all.map((pair) => [pair.join(" "), pair])).values()];
}

function documentAt(path: string, name: string): SpecDocument {
  const content = parse(readFileSync(join(path, name), "utf8"), { merge: true }) as Record<string, unknown>;
  const document = JSON.parse(JSON.stringify(upgrade(content, "3.1"))) as Record<string, unknown>;
  return { path: name, document, lineOf: () => ({ line: 1, column: 1 }) };
}

/** @returns Whether oasdiff calls a change an error; undefined where it only warns. */
async function opinion(path: string, base: string, revision: string): Promise<boolean | undefined> {
  const { stdout } = await run(program, ["changelog", join(path, base), join(path, revision), "--format", "json"]);
  const found = (stdout.trim() === "" ? [] : JSON.parse(stdout)) as
    | { level: number }[]
    | { changes: { level: number }[] };
  const worst = Math.max(0, ...(Array.isArray(found) ? found : found.changes).map(({ level }) => level));
  return worst === 2 ? undefined : worst === 3;
}

test("where oasdiff's verdict on its own data is another, it is argued", { timeout: 300_000 }, async (context) => {
  if (!folder || !existsSync(folder))
    context.skip("OASDIFF_DATA: expected the folder data/checker of oasdiff's repository");
  const path = folder as string;
  const found: unknown[] = [];
  let count = 0;
  for (const [base, revision] of pairsIn(path)) {
    const theirs = await opinion(path, base, revision);
    if (theirs === undefined) continue;
    count += 1;
    const findings = await compareWire(documentAt(path, base), documentAt(path, revision));
    const breaks = findings.some(({ breaking }) => breaking);
    const isProven = findings.some(({ witness }) => witness !== undefined && witness !== "unproven");
    const shown = isProven ? "payload" : breaks ? "rule" : "prover";
    if (breaks !== theirs) found.push({ base, revision, breaks, shown });
  }
  console.log(`oasdiff: the same verdict on ${count - found.length} of ${count} pairs`);
  const argued = disagreements.map(({ because: _, ...rest }) => rest);
  expect(found).toHaveLength(argued.length);
  expect(found).toEqual(expect.arrayContaining(argued));
});
