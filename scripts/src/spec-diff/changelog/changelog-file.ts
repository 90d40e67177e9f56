/** A changelog: what stands above its first section, and its sections in order. */
export interface ChangelogFile {
  readonly head: string;
  readonly sections: readonly Section[];
}

export interface Section {
  /** `0.2.0`, or `Unreleased`. */
  readonly version: string;
  /** As in `2026-11-22`; none for what isn't released. */
  readonly date: string | undefined;
  readonly text: string;
}

export const UNRELEASED = "Unreleased";

const HEAD = `# Changelog of the specification

What each version changed for callers, as \`pnpm spec-diff\` found it.`;

/** @param text The file; empty for a new one. */
export function parseChangelog(text: string): ChangelogFile {
  const [head = "", ...rest] = text.trim().split(/^(?=## )/m);
  return {
    head: head.trim() || HEAD,
    sections: rest.map((section) => {
      const [title = "", ...lines] = section.split("\n");
      const [version = "", date] = title.replace(/^## /, "").trim().split(" - ");
      return { version, date, text: lines.join("\n").trim() };
    }),
  };
}

export function printChangelog({ head, sections }: ChangelogFile): string {
  const printed = sections.map(({ version, date, text }) => `## ${version}${date ? ` - ${date}` : ""}\n\n${text}`);
  return `${[head, ...printed].join("\n\n")}\n`;
}

/**
 * Puts a section on top, in place of what was said of the same version or of what wasn't released yet. The day of a version
 * that was there stays.
 *
 * @param section None where there is nothing to say.
 */
export function withSection({ head, sections }: ChangelogFile, section: Section | undefined): ChangelogFile {
  const known = sections.find(({ version }) => version === section?.version);
  const others = sections.filter(({ version }) => version !== UNRELEASED && version !== section?.version);
  if (section === undefined) return { head, sections: others };
  return { head, sections: [{ ...section, date: known?.date ?? section.date }, ...others] };
}
