/** A page of the site, for a program that reads. */
export interface TwinPage {
  readonly title: string;
  readonly description: string;
  /** The address of its Markdown, in full. */
  readonly address: string;
  /** What it belongs to: a provider's name, or the guides. */
  readonly group: string;
  readonly markdown: string;
}

/**
 * @param about What the site is, in a sentence.
 * @returns The text of llms.txt, in the form that https://llmstxt.org asks for: what there is to read, and where.
 */
export function llmsText(title: string, about: string, pages: readonly TwinPage[]): string {
  const groups = [...Map.groupBy(pages, ({ group }) => group)];
  const sections = groups.map(([group, members]) => {
    const lines = members.map(({ title: name, address, description }) => `- [${name}](${address}): ${description}`);
    return `## ${group}\n\n${lines.join("\n")}\n`;
  });
  return `# ${title}\n\n> ${about}\n\n${sections.join("\n")}`;
}

/** @returns The text of llms-full.txt: every page, each under its address. */
export function llmsFullText(pages: readonly TwinPage[]): string {
  return pages.map(({ address, markdown }) => `<!-- ${address} -->\n\n${markdown}`).join("\n\n---\n\n");
}
