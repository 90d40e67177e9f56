/** Something of a Markdown text that a translation keeps: what it is called, and how to find each. */
type Kept = readonly [name: string, find: (markdown: string) => string[]];

const FENCE = /^```.*\n[\s\S]*?^```$/gm;
const CODE_SPAN = /`[^`\n]+`/g;

const KEPT: readonly Kept[] = [
  ["headings", all(/^#+ /gm)],
  ["code blocks", (markdown) => all(FENCE)(markdown).map(() => "```")],
  ["words of code in code blocks", (markdown) => all(FENCE)(markdown).flatMap(codeWords)],
  ["list items", all(/^ *(?:[-*]|\d+\.) (?=\S)/gm)],
  ["table rows", (markdown) => all(/^\|.*\|$/gm)(prose(markdown)).map((row) => "|".repeat(row.split("|").length - 1))],
  ["code spans", (markdown) => all(CODE_SPAN)(unfenced(markdown)).map((span) => span.replace(/\s+/g, " "))],
  ["bold markers", (markdown) => all(/\*\*/g)(prose(markdown))],
  ["italic markers", (markdown) => all(/(?<![*\w])\*(?![*\s])|(?<![*\s])\*(?![*\w])/g)(prose(markdown))],
  ["addresses", (markdown) => all(/https?:\/\/[^\s)>\]]+|\]\([^)]*\)/g)(prose(markdown))],
  ["HTML tags", (markdown) => all(/<\/?[a-z][^>]*>/gi)(prose(markdown))],
  ["numbers", (markdown) => all(/\d+(?:[.,]\d+)*/g)(prose(markdown)).map(withoutSeparators)],
];

/**
 * A translation keeps what isn't language: its marks, code, numbers and addresses. Their order may differ.
 *
 * @returns What a translation lacks or has too much of, one text for each kind of thing; none when all is kept.
 */
export function markupFaults(original: string, translation: string): string[] {
  return KEPT.flatMap(([name, find]) => {
    const [expected, found] = [find(original), find(translation)];
    const lost = without(expected, found);
    const added = without(found, expected);
    if (lost.length === 0 && added.length === 0) return [];
    const parts = [
      ...(lost.length > 0 ? [`lost ${list(lost)}`] : []),
      ...(added.length > 0 ? [`added ${list(added)}`] : []),
    ];
    return [`expected the ${name} of the original: ${parts.join(", ")}`];
  });
}

/** @returns The text without code blocks. */
export function unfenced(markdown: string): string {
  return markdown.replace(FENCE, "\n");
}

/** @returns The text without code. */
export function prose(markdown: string): string {
  return unfenced(markdown).replace(CODE_SPAN, "``");
}

/**
 * A code block's lines may hold words of explanation, which are translated. The rest stays: quoted text, whatever has a
 * digit, a capital or an underscore, and the names next to `=` and `+`.
 */
function codeWords(fence: string): string[] {
  const words = /"[^"\n]*"|[\w/.-]*(?:[A-Z\d_])[\w/.-]*|[\w-]+(?= *[=+] )|(?<=\+ )[\w-]+/g;
  return fence.match(words) ?? [];
}

/** `1,000` and `1.000` are one number, and so are `0.5` and `0,5`. */
function withoutSeparators(number: string): string {
  return number.replace(/[.,](?=\d{3}(?:\D|$))/g, "").replaceAll(",", ".");
}

function all(pattern: RegExp): (text: string) => string[] {
  return (text) => text.match(pattern) ?? [];
}

/** @returns The items less one for each of the others. */
function without(items: readonly string[], others: readonly string[]): string[] {
  const rest = [...items];
  for (const other of others) {
    const index = rest.indexOf(other);
    if (index >= 0) rest.splice(index, 1);
  }
  return rest;
}

function list(items: readonly string[]): string {
  return items.map((item) => JSON.stringify(item)).join(", ");
}
