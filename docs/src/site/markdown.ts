import MarkdownIt from "markdown-it";
import type { Language } from "./languages.ts";
import { markLanguages } from "./mark-languages.ts";

/** How a text stands on its page. */
export interface MarkdownPlace {
  /** The language of the text. */
  readonly language: Language;
  /** The level that a heading of the first level gets. */
  readonly level: number;
  /** What the ids of its headings begin with. */
  readonly prefix: string;
  /** The original, whose headings give the ids: an address is the same in every language. */
  readonly original: string;
  /** What finds Vietnamese words without accents, which nothing else tells from English. */
  readonly vietnamese?: RegExp | undefined;
}

/** A heading of a text. */
export interface Heading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

// A spec's text is data: what looks like HTML in it stays text.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** @returns A text as HTML, with what is in another language marked as such. */
export function renderMarkdown(text: string, place: MarkdownPlace): string {
  const tokens = markdown.parse(text, {});
  const ids = headingsOf(place.original, place).map(({ slug }) => slug);
  let next = 0;
  for (const token of tokens) {
    if (token.type === "heading_open") {
      const id = ids[next++];
      if (id !== undefined) token.attrSet("id", id);
    }
    if (token.type === "heading_open" || token.type === "heading_close") token.tag = deeper(token.tag, place.level);
  }
  const html = markdown.renderer.render(tokens, markdown.options, { ...place });
  return html;
}

/** @returns The text of one line, without a paragraph around it. */
export function renderLine(text: string, place: Pick<MarkdownPlace, "language" | "vietnamese">): string {
  return markdown.renderInline(text, { ...place });
}

/** @returns A text without its marks: for a title, a description, an index. */
export function plainText(text: string): string {
  const texts = (tokens: ReturnType<typeof markdown.parse>): string =>
    tokens.map((token) => (token.children ? texts(token.children) : (PLAIN[token.type] ?? token.content))).join("");
  return texts(markdown.parse(text, {})).replace(/\s+/g, " ").trim();
}

/** @returns The headings of a text, with ids that differ from each other. */
export function headingsOf(text: string, { level, prefix }: Pick<MarkdownPlace, "level" | "prefix">): Heading[] {
  const seen = new Map<string, number>();
  const tokens = markdown.parse(text, {});
  return tokens.flatMap((token, index) => {
    if (token.type !== "heading_open") return [];
    const content = plainText(tokens[index + 1]?.content ?? "");
    const base = `${prefix}${content
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
      .replace(/^-|-$/g, "")}`;
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    const depth = Number(deeper(token.tag, level).slice(1));
    return [{ depth, slug: count === 0 ? base : `${base}-${count + 1}`, text: content }];
  });
}

const PLAIN: Readonly<Record<string, string>> = {
  softbreak: " ",
  hardbreak: " ",
  paragraph_close: " ",
  heading_close: " ",
};

function deeper(tag: string, level: number): string {
  return `h${Math.min(6, Number(tag.slice(1)) + level - 1)}`;
}

const { escapeHtml } = markdown.utils;

markdown.renderer.rules.text = (tokens, index, _options, env) => {
  const { language = "en", vietnamese } = (env ?? {}) as Partial<MarkdownPlace>;
  return markLanguages(tokens[index]?.content ?? "", language, escapeHtml, vietnamese);
};

// What scrolls sideways has to be reached by keyboard.
markdown.renderer.rules.fence = (tokens, index) =>
  `<pre tabindex="0"><code>${escapeHtml((tokens[index]?.content ?? "").replace(/\n$/, ""))}</code></pre>\n`;
markdown.renderer.rules.table_open = () => '<div class="scrolls" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => "</table></div>\n";
