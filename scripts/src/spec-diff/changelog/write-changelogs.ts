import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareSpecs } from "../compare-specs.ts";
import type { SpecDocument } from "../finding.ts";
import type { Package } from "../gate/judge.ts";
import { commitFiles } from "../git/base-files.ts";
import { readDocument, readDocumentText } from "../read-document.ts";
import { UsageError } from "../usage-error.ts";
import {
  type ChangelogFile,
  parseChangelog,
  printChangelog,
  type Section,
  UNRELEASED,
  withSection,
} from "./changelog-file.ts";
import { lastRelease, type Release } from "./last-release.ts";
import { changesText, firstReleaseText } from "./section.ts";

/** The version that a package has before its first release. */
const NEVER_RELEASED = "0.0.0";

interface Pending {
  readonly path: string;
  readonly file: ChangelogFile;
  readonly package: Package;
  readonly release: Release | undefined;
  /** The specification as it was released. */
  readonly base: SpecDocument | undefined;
  readonly revision: SpecDocument;
}

/**
 * Brings each specification's `CHANGELOG.md` up to date: its top section tells what changed since the package's last
 * release, under the version that the package has now, or as unreleased while that version is out already. Run again, it
 * changes nothing.
 *
 * @param workspace The repository's root.
 * @param now In Unix milliseconds.
 * @returns The paths of the files that were written.
 * @throws {UsageError} When the last release's tag isn't there.
 * @throws {UnusableSpecError} For a specification that can't be read.
 */
export async function writeChangelogs(workspace: string, now: number): Promise<string[]> {
  const pending = readdirSync(join(workspace, "specs"))
    .filter((provider) => existsSync(join(workspace, "specs", provider, "openapi.yaml")))
    .flatMap((provider) => readPending(workspace, provider));
  const released = pending.flatMap(({ base, revision }) => (base ? [{ base, revision }] : []));
  const compared = await compareSpecs(released);
  const date = new Date(now).toISOString().slice(0, 10);
  return pending.flatMap((one) => {
    const comparison = compared[released.findIndex(({ revision }) => revision === one.revision)];
    const text = comparison ? changesText(comparison.findings) : firstReleaseText(one.revision);
    const printed = printChangelog(withSection(one.file, sectionOf(one, text, date)));
    const file = join(workspace, one.path);
    if (existsSync(file) && readFileSync(file, "utf8") === printed) return [];
    writeFileSync(file, printed);
    return [one.path];
  });
}

function sectionOf({ package: { version }, release }: Pending, text: string, date: string): Section | undefined {
  if (text === "") return undefined;
  if (version === NEVER_RELEASED || version === release?.version) return { version: UNRELEASED, date: undefined, text };
  return { version, date, text };
}

function readPending(workspace: string, provider: string): Pending[] {
  const manifest = join(workspace, "packages", provider, "package.json");
  if (!existsSync(manifest)) return [];
  const released = JSON.parse(readFileSync(manifest, "utf8")) as Package;
  const path = `specs/${provider}/CHANGELOG.md`;
  const spec = `specs/${provider}/openapi.yaml`;
  const file = parseChangelog(existsSync(join(workspace, path)) ? readFileSync(join(workspace, path), "utf8") : "");
  const release = lastRelease(workspace, released);
  const known = file.sections.find(({ version }) => version !== UNRELEASED && version !== released.version);
  if (known && !release)
    throw new UsageError(`expected a tag ${released.name}@${known.version}, which ${path} tells of: git fetch --tags`);
  const text = release && commitFiles(workspace, release.tag).read(spec);
  return [
    {
      path,
      file,
      package: released,
      release,
      base: text === undefined ? undefined : readDocumentText(text, `${spec} at ${release?.tag}`),
      revision: readDocument(join(workspace, spec), spec),
    },
  ];
}
