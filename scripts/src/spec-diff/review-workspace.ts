import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { outlineOf } from "../spec/outline.ts";
import { type Comparison, compareSpecs } from "./compare-specs.ts";
import type { Finding, SpecDocument } from "./finding.ts";
import { ACCEPTANCE_FILE, readAcceptances } from "./gate/acceptances.ts";
import { judge, type Package } from "./gate/judge.ts";
import { pendingChangesets } from "./gate/pending-changesets.ts";
import { baseCommit } from "./git/base-commit.ts";
import { type CommitFiles, commitFiles } from "./git/base-files.ts";
import { readDocument, readDocumentText } from "./read-document.ts";
import { providerReview, type Review } from "./review.ts";

export interface WorkspaceOptions {
  /** What to compare with; the main branch unless told otherwise. */
  readonly reference?: string | undefined;
  /** In Unix milliseconds. */
  readonly now: number;
}

interface Changed {
  readonly provider: string;
  readonly base: SpecDocument | undefined;
  readonly revision: SpecDocument | undefined;
}

/**
 * Reviews the working tree's specs against those of the commit that its branch left the main branch at. Every provider of
 * either side has an entry; a spec that is the same to the byte isn't read.
 *
 * @param workspace The repository's root.
 * @throws {UsageError} Without a commit to compare with, or for a changeset that can't be read.
 * @throws {UnusableSpecError} For a spec, or a file of acceptances, that can't be read.
 */
export async function reviewWorkspace(workspace: string, { reference, now }: WorkspaceOptions): Promise<Review> {
  const commit = baseCommit(workspace, reference);
  const files = commitFiles(workspace, commit.hash);
  const short = commit.hash.slice(0, 7);
  const names = [...new Set([...providersOf(workspace), ...providersIn(files)])].sort();
  const changed = names.flatMap((provider) => readChanged(workspace, files, provider, short));
  const comparisons = await compareAll(changed);
  const changesets = pendingChangesets(workspace, files);
  return {
    base: `${commit.reference} (${short})`,
    hasGate: true,
    providers: names.map((provider) => {
      const { findings, notes } = comparisons.get(provider) ?? { findings: [], notes: [] };
      const acceptanceFile = `specs/${provider}/${ACCEPTANCE_FILE}`;
      const text = textIn(workspace, acceptanceFile);
      const released = packageOf(workspace, provider);
      const judgement = judge({
        findings,
        package: released,
        changesets,
        acceptances: text === undefined ? [] : readAcceptances(text, acceptanceFile),
        acceptanceFile,
        now,
      });
      const revision = changed.find((one) => one.provider === provider)?.revision;
      return providerReview({ provider, spec: specOf(provider), package: released }, findings, revision, {
        ...judgement,
        notes: [...judgement.notes, ...notes],
      });
    }),
  };
}

function readChanged(workspace: string, files: CommitFiles, provider: string, commit: string): Changed[] {
  const spec = specOf(provider);
  const before = files.read(spec);
  const path = join(workspace, spec);
  if (before !== undefined && textIn(workspace, spec) === before) return [];
  const base = before === undefined ? undefined : readDocumentText(before, `${spec} at ${commit}`);
  return [{ provider, base, revision: existsSync(path) ? readDocument(path, spec) : undefined }];
}

async function compareAll(changed: readonly Changed[]): Promise<Map<string, Comparison>> {
  const both = changed.flatMap(({ provider, base, revision }) =>
    base && revision ? [{ provider, base, revision }] : [],
  );
  const compared = await compareSpecs(both);
  return new Map([
    ...changed.flatMap(({ provider, base, revision }): [string, Comparison][] => {
      if (base && revision) return [];
      const only = revision ?? base;
      return only ? [[provider, { findings: [wholeProvider(provider, only, revision !== undefined)], notes: [] }]] : [];
    }),
    ...both.map(({ provider }, index) => [provider, compared[index] as Comparison] as const),
  ]);
}

/** A provider that came or went is one change, not one for each operation. */
function wholeProvider(provider: string, { document }: SpecDocument, isNew: boolean): Finding {
  const operations = outlineOf(document).parts.filter(
    ({ kind, pointer }) => kind === "operation" && /^\/paths\/[^/]+\/[^/]+$/.test(pointer),
  );
  const rule = isNew ? "provider-added" : "provider-removed";
  return {
    id: rule,
    rule,
    kind: isNew ? "additive" : "breaking",
    breaking: !isNew,
    surface: "both",
    pointer: "",
    [isNew ? "revision" : "base"]: { pointer: "", line: 1, column: 1 },
    operations: operations.map(({ key, value, parent }) => ({
      operationId: String(value.operationId ?? `${key.toUpperCase()} ${parent?.key}`),
      direction: "request" as const,
    })),
    message: `the provider \`${provider}\` is ${isNew ? "new" : "gone"}: ${operations.length} operation${operations.length === 1 ? "" : "s"}`,
    ...(!isNew && { witness: "unproven" as const }),
  };
}

function providersOf(workspace: string): string[] {
  const folder = join(workspace, "specs");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(join(workspace, specOf(name))));
}

function providersIn(files: CommitFiles): string[] {
  return files.list("specs").flatMap((path) => /^specs\/([^/]+)\/openapi\.yaml$/.exec(path)?.[1] ?? []);
}

function specOf(provider: string): string {
  return `specs/${provider}/openapi.yaml`;
}

function packageOf(workspace: string, provider: string): Package | undefined {
  const text = textIn(workspace, `packages/${provider}/package.json`);
  if (text === undefined) return undefined;
  const { name, version } = JSON.parse(text) as Package;
  return { name, version };
}

function textIn(workspace: string, path: string): string | undefined {
  const file = join(workspace, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
